package care.iop.progress.review;

import care.iop.chassis.testing.contract.EventContract;
import java.nio.file.Path;

/** What this feature promises to those who listen. */
public final class ReviewEventContracts {

    public static final EventContract RECOMMENDED = EventContract.in(
            Path.of("contracts"), ReviewRecommended.TOPIC, ReviewRecommended.TYPE, ReviewRecommended.class);

    private ReviewEventContracts() {}
}
