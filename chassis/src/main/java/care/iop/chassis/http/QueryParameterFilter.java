package care.iop.chassis.http;

import care.iop.chassis.problem.CommonProblem;
import care.iop.chassis.problem.FieldProblem;
import care.iop.chassis.problem.ProblemException;
import care.iop.chassis.problem.ProblemType;
import care.iop.chassis.problem.ValueForms;
import care.iop.chassis.request.FhirPath;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Refuses a query parameter that the operation does not know, or whose value it could not read: a mistyped filter would
 * otherwise widen what is answered, or look like something that is not there.
 */
@Provider
class QueryParameterFilter implements ContainerRequestFilter {

    private final ConcurrentMap<Method, Map<String, Class<?>>> known = new ConcurrentHashMap<>();

    @Context
    @SuppressWarnings("NullAway.Init")
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        var parameters = request.getUriInfo().getQueryParameters();
        if (parameters.isEmpty() || resource.getResourceMethod() == null) {
            return;
        }
        var sent = new TreeSet<>(parameters.keySet());
        if (FhirPath.leads(request.getUriInfo()) && sent.remove(FormatParameter.NAME)) {
            FormatParameter.requireJson(parameters.getOrDefault(FormatParameter.NAME, List.of()));
        }
        var types = known.computeIfAbsent(resource.getResourceMethod(), QueryParameterFilter::parameters);
        refuse(
                CommonProblem.UNKNOWN_PARAMETER,
                sent.stream().filter(name -> !types.containsKey(name)),
                name -> types.isEmpty()
                        ? "this operation takes no query parameter"
                        : "known here: " + String.join(", ", types.keySet()));
        refuse(
                CommonProblem.MALFORMED_REQUEST,
                sent.stream()
                        .filter(name -> parameters.getOrDefault(name, List.of()).size() > 1
                                && !Collection.class.isAssignableFrom(typeOf(types, name))),
                name -> "must be given once");
        refuse(
                CommonProblem.MALFORMED_REQUEST,
                sent.stream().filter(name -> !parameters.getOrDefault(name, List.of()).stream()
                        .allMatch(value -> ValueForms.fits(typeOf(types, name), value))),
                name -> "must be " + ValueForms.words(typeOf(types, name)));
    }

    private static Class<?> typeOf(Map<String, Class<?>> types, String name) {
        return types.getOrDefault(name, String.class);
    }

    private static void refuse(ProblemType type, Stream<String> names, UnaryOperator<String> advice) {
        var faults = names.sorted()
                .map(name -> new FieldProblem(name, advice.apply(name)))
                .toList();
        if (!faults.isEmpty()) {
            throw new ProblemException(type, "Remove or correct the parameters that can't be used here.", faults);
        }
    }

    private static Map<String, Class<?>> parameters(Method method) {
        var types = new TreeMap<String, Class<?>>();
        for (var parameter : method.getParameters()) {
            var annotation = parameter.getAnnotation(QueryParam.class);
            if (annotation != null) {
                types.put(annotation.value(), parameter.getType());
            }
        }
        return types;
    }
}
