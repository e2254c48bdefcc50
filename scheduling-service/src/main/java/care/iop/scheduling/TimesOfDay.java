package care.iop.scheduling;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/** Takes from times of day the OpenAPI generator's own example, which YAML reads as a malformed number. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class TimesOfDay implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI document) {
        var components = document.getComponents();
        if (components == null || components.getSchemas() == null) {
            return;
        }
        var time = components.getSchemas().get("LocalTime");
        if (time != null) {
            time.setDescription("A time of day such as 17:30 or 17:30:00");
            time.setExamples(null);
        }
    }
}
