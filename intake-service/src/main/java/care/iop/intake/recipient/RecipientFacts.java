package care.iop.intake.recipient;

import care.iop.chassis.consent.PurposeOfUse;
import care.iop.chassis.consent.RecipientClass;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** What decides whether a consent is about a recipient. Sets are kept in order, so that the same facts are the same text. */
record RecipientFacts(Set<RecipientClass> classes, Set<PurposeOfUse> purposes, Set<UUID> participatesIn) {

    RecipientFacts {
        classes = Collections.unmodifiableSortedSet(new TreeSet<>(classes));
        purposes = Collections.unmodifiableSortedSet(new TreeSet<>(purposes));
        participatesIn = Collections.unmodifiableSortedSet(new TreeSet<>(participatesIn));
    }
}
