package care.iop.progress.review;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of reviews. */
@Schema(name = "LevelReviewPage")
record ReviewPage(@Schema(required = true) List<ReviewView> items) {}
