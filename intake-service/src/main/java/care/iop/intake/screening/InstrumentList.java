package care.iop.intake.screening;

import care.iop.chassis.instrument.InstrumentDefinition;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All instruments with their full definitions. */
record InstrumentList(@Schema(required = true) List<InstrumentDefinition> items) {}
