package care.iop.chassis.fhir;

import care.iop.chassis.consent.Notice;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.StringType;

/** The labels and the notice that go with everything that is disclosed: restricted, under Part 2, not to be passed on. */
public final class SecurityLabels {

    private static final String ACT_CODE = "http://terminology.hl7.org/CodeSystem/v3-ActCode";

    private static final String NOTICE = "urn:care:iop:redisclosure-notice";

    private SecurityLabels() {}

    /** Adds the labels of the Data Segmentation for Privacy guide. */
    public static void label(Meta meta) {
        meta.addSecurity(new Coding("http://terminology.hl7.org/CodeSystem/v3-Confidentiality", "R", "restricted"));
        meta.addSecurity(new Coding(ACT_CODE, "42CFRPart2", "42 CFR Part2"));
        meta.addSecurity(new Coding(ACT_CODE, "NORDSCLCD", "no redisclosure without consent directive"));
    }

    /** Adds the notice of 42 CFR 2.32 as an extension, for types that have no place of their own for a note. */
    public static <T extends DomainResource> T withNotice(T resource, Notice notice) {
        resource.addExtension(NOTICE, new StringType(notice.text()));
        return resource;
    }

    /** The notice of 42 CFR 2.32 as a note of the resource. */
    public static Annotation notice(String text) {
        return new Annotation().setText(text);
    }
}
