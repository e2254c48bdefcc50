package care.iop.scheduling.document;

import care.iop.scheduling.clinician.ClinicianPart;
import care.iop.scheduling.program.ProgramPart;
import care.iop.scheduling.room.RoomPart;
import care.iop.scheduling.session.SeriesPart;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A program with its sites, closures, rooms, clinicians, series and curricula. Exported, imported and exported, it stays the same byte by byte. */
@Schema(name = "ProgramDocument", examples = ProgramDocument.EXAMPLE)
public record ProgramDocument(
        @Schema(required = true, description = "Names the form of the document", examples = ProgramDocument.FORMAT)
        @NotNull
        @Pattern(regexp = "iop-program/1", message = "must be iop-program/1")
        String format,

        @Schema(required = true) @Valid @NotNull ProgramPart program,

        @Schema(required = true) @NotNull @Size(max = 500) List<@Valid @NotNull RoomPart> rooms,

        @Schema(required = true) @NotNull @Size(max = 1000) List<@Valid @NotNull ClinicianPart> clinicians,

        @Schema(required = true) @NotNull @Size(max = 2000) List<@Valid @NotNull SeriesPart> series) {

    /** The form that is written and read here. */
    public static final String FORMAT = "iop-program/1";

    static final String EXAMPLE = """
            {
              "format": "iop-program/1",
              "program": {
                "name": "Riverside IOP",
                "zone": "America/New_York",
                "holidayCalendar": "US_FEDERAL",
                "tracks": [{"track": "MORNING", "from": "09:00", "until": "12:00"}],
                "closures": [],
                "sites": [],
                "defaultPrescription": [{"kind": "GROUP", "minutes": 180, "timesPerWeek": 3}]
              },
              "rooms": [
                {"id": "019a8f5c-6d2e-7c3b-9a51-0d6c2f7e4b12", "name": "Garden room", "type": "GROUP", "capacity": 14}
              ],
              "clinicians": [],
              "series": []
            }""";
}
