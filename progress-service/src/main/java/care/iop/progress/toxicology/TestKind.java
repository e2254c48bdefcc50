package care.iop.progress.toxicology;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a specimen was tested: a screen presumes, a confirmation tells. */
@Schema(name = "DrugTestKind")
enum TestKind {
    POINT_OF_CARE_SCREEN,
    LABORATORY_CONFIRMATION
}
