package care.iop.intake.disclosure;

import care.iop.chassis.consent.DataClass;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** Classes of information as they are kept in a JSON column, in order. */
record DataClasses(Set<DataClass> classes) {

    DataClasses {
        classes = Collections.unmodifiableSortedSet(new TreeSet<>(classes));
    }
}
