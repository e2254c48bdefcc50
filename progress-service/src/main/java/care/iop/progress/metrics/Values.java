package care.iop.progress.metrics;

import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Puts the values of distributions into groups. */
final class Values {

    private Values() {}

    /** Sets each named column of each row as a value; a row without a group is the whole. */
    static void put(Groups groups, List<Tuple> rows, Map<String, String> valueByColumn) {
        for (var row : rows) {
            var group = row.get("grp", String.class);
            valueByColumn.forEach((column, value) -> {
                var number = row.get(column, BigDecimal.class);
                if (number != null) {
                    groups.value(group == null ? Group.ALL : group, value, number.stripTrailingZeros());
                }
            });
        }
    }
}
