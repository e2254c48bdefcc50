package care.iop.chassis.fhir;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;

/** Says which kind of search parameter of FHIR R4 a query parameter is; parameters without it shape the answer only. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface SearchParameter {

    /** The kind. */
    SearchParamType value();
}
