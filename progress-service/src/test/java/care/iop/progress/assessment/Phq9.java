package care.iop.progress.assessment;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Requests to record a PHQ-9. */
public final class Phq9 {

    private Phq9() {}

    /** The values of items 1, 2, 3 and so on, separated by spaces; a dash for what was left out. */
    public static Map<String, Object> answered(Instant takenAt, String values) {
        var answers = new LinkedHashMap<String, Object>();
        var given = values.split(" ", -1);
        for (int i = 0; i < given.length; i++) {
            answers.put(String.valueOf(i + 1), given[i].equals("-") ? null : Integer.valueOf(given[i]));
        }
        var request = new LinkedHashMap<String, Object>();
        request.put("instrument", "PHQ-9");
        request.put("takenAt", takenAt.toString());
        request.put("answers", answers);
        return request;
    }
}
