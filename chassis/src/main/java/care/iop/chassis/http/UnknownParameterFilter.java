package care.iop.chassis.http;

import care.iop.chassis.problem.CommonProblem;
import care.iop.chassis.problem.FieldProblem;
import care.iop.chassis.problem.ProblemException;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Refuses a query parameter that the operation does not know: a mistyped filter would otherwise widen what is answered. */
@Provider
class UnknownParameterFilter implements ContainerRequestFilter {

    private final ConcurrentMap<Method, Set<String>> known = new ConcurrentHashMap<>();

    @Context
    @SuppressWarnings("NullAway.Init")
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        var sent = request.getUriInfo().getQueryParameters().keySet();
        if (sent.isEmpty() || resource.getResourceMethod() == null) {
            return;
        }
        var allowed = known.computeIfAbsent(resource.getResourceMethod(), UnknownParameterFilter::parameters);
        var unknown = new ArrayList<FieldProblem>();
        for (var name : new TreeSet<>(sent)) {
            if (!allowed.contains(name)) {
                unknown.add(new FieldProblem(
                        name,
                        allowed.isEmpty()
                                ? "this operation takes no query parameter"
                                : "known here: " + String.join(", ", allowed)));
            }
        }
        if (!unknown.isEmpty()) {
            throw new ProblemException(
                    CommonProblem.UNKNOWN_PARAMETER, "Remove or correct what is not known here.", unknown);
        }
    }

    private static Set<String> parameters(Method method) {
        var names = new TreeSet<String>();
        for (var parameter : method.getParameters()) {
            var annotation = parameter.getAnnotation(QueryParam.class);
            if (annotation != null) {
                names.add(annotation.value());
            }
        }
        return names;
    }
}
