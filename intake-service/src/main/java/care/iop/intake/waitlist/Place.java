package care.iop.intake.waitlist;

import care.iop.intake.referral.Urgency;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.UUID;

/**
 * What one person's place on the waitlist depends on.
 *
 * @param waitingSince when the referral arrived: the wait counts from the request, not from the day it was listed
 */
record Place(UUID referralId, PriorityGroup group, Urgency urgency, Instant waitingSince) {

    /** The group of the law first, then urgency, then who asked earlier. */
    static final Comparator<Place> ORDER = Comparator.comparing(Place::group)
            .thenComparing(Place::urgency, Comparator.reverseOrder())
            .thenComparing(Place::waitingSince)
            .thenComparing(Place::referralId);

    /** Why this place comes where it does, without anything that tells who the others are. */
    String explain(List<Place> ahead) {
        if (ahead.isEmpty()) {
            return "1st: nobody is ahead.";
        }
        var groups = new EnumMap<PriorityGroup, Integer>(PriorityGroup.class);
        int moreUrgent = 0;
        int longer = 0;
        for (var other : ahead) {
            if (other.group != group) {
                groups.merge(other.group, 1, Integer::sum);
            } else if (other.urgency != urgency) {
                moreUrgent++;
            } else {
                longer++;
            }
        }
        var parts = new ArrayList<String>();
        groups.forEach((of, people) -> parts.add(of.count(people)));
        if (moreUrgent > 0) {
            parts.add(moreUrgent + (moreUrgent == 1 ? " more urgent referral" : " more urgent referrals"));
        }
        if (longer > 0) {
            parts.add(longer
                    + (longer == 1
                            ? " person of the same rank who asked earlier"
                            : " people of the same rank who asked earlier"));
        }
        var last = parts.remove(parts.size() - 1);
        var all = parts.isEmpty() ? last : String.join(", ", parts) + " and " + last;
        return ordinal(ahead.size() + 1) + ": " + all + (ahead.size() == 1 ? " is ahead." : " are ahead.");
    }

    private static String ordinal(int position) {
        int tens = position % 100;
        if (tens >= 11 && tens <= 13) {
            return position + "th";
        }
        return position
                + switch (position % 10) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
    }
}
