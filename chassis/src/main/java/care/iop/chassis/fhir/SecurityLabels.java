package care.iop.chassis.fhir;

import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Meta;

/** The labels and the notice that go with everything that is disclosed: restricted, under Part 2, not to be passed on. */
public final class SecurityLabels {

    private static final String ACT_CODE = "http://terminology.hl7.org/CodeSystem/v3-ActCode";

    private SecurityLabels() {}

    /** Adds the labels of the Data Segmentation for Privacy guide. */
    public static void label(Meta meta) {
        meta.addSecurity(new Coding("http://terminology.hl7.org/CodeSystem/v3-Confidentiality", "R", "restricted"));
        meta.addSecurity(new Coding(ACT_CODE, "42CFRPart2", "42 CFR Part2"));
        meta.addSecurity(new Coding(ACT_CODE, "NORDSCLCD", "no redisclosure without consent directive"));
    }

    /** The notice of 42 CFR 2.32 as a note of the resource. */
    public static Annotation notice(String text) {
        return new Annotation().setText(text);
    }
}
