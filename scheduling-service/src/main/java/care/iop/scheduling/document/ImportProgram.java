package care.iop.scheduling.document;

import care.iop.chassis.problem.CommonProblem;
import care.iop.chassis.problem.FieldProblem;
import care.iop.chassis.problem.ProblemException;
import care.iop.scheduling.Faults;
import care.iop.scheduling.SchedulingProblem;
import care.iop.scheduling.clinician.BringClinicians;
import care.iop.scheduling.clinician.ClinicianPart;
import care.iop.scheduling.clinician.TimeOffPart;
import care.iop.scheduling.program.BringProgram;
import care.iop.scheduling.program.Programs;
import care.iop.scheduling.room.BringRooms;
import care.iop.scheduling.room.RoomPart;
import care.iop.scheduling.session.BringSeries;
import care.iop.scheduling.session.SeriesPart;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes a program down as one document, and brings a program to what a document says: wholly, or not at all with every fault. */
@ApplicationScoped
public class ImportProgram {

    private final Programs programs;
    private final BringProgram bringProgram;
    private final BringRooms bringRooms;
    private final BringClinicians bringClinicians;
    private final BringSeries bringSeries;
    private final ObjectMapper json;

    ImportProgram(
            Programs programs,
            BringProgram bringProgram,
            BringRooms bringRooms,
            BringClinicians bringClinicians,
            BringSeries bringSeries,
            ObjectMapper json) {
        this.programs = programs;
        this.bringProgram = bringProgram;
        this.bringRooms = bringRooms;
        this.bringClinicians = bringClinicians;
        this.bringSeries = bringSeries;
        this.json = json;
    }

    /** A document as text, with the strong validator of exactly its bytes. */
    record Written(String text, String etag, boolean opened) {}

    /** The document of a program, or 404. */
    @Transactional
    Written export(UUID id) {
        return written(id, false);
    }

    private Written written(UUID id, boolean opened) {
        var program = programs.require(id);
        var document = new ProgramDocument(
                ProgramDocument.FORMAT,
                bringProgram.partOf(program),
                bringRooms.partsOf(id),
                bringClinicians.partsOf(id),
                bringSeries.partsOf(id));
        try {
            var text = json.writeValueAsString(document);
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return new Written(text, "\"" + HexFormat.of().formatHex(digest).substring(0, 32) + "\"", opened);
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("a program can't be written down", e);
        }
    }

    /** Opens a program that is not there yet, as the document has it. */
    @Transactional(TxType.MANDATORY)
    public void open(UUID id, ProgramDocument document) {
        programs.awaitIdentifier(id);
        if (programs.findByIdOptional(id).isPresent()) {
            throw new ProblemException(
                    SchedulingProblem.PROGRAM_EXISTS, "Choose another identifier; what is there stays as it is.");
        }
        bring(id, null, document);
    }

    /** Opens the program, or brings the one that was read to what the document says. Doing it again changes nothing. */
    @Transactional
    Written bring(UUID id, @Nullable String ifMatch, ProgramDocument document) {
        var opened = programs.findByIdOptional(id).isEmpty();
        if (!opened) {
            programs.requireLocked(id);
            requireRead(ifMatch, written(id, false).etag());
        }
        var faults = new ArrayList<FieldProblem>();
        requireUnique("/rooms", document.rooms(), RoomPart::id, faults);
        requireUnique("/clinicians", document.clinicians(), ClinicianPart::id, faults);
        requireUnique("/series", document.series(), SeriesPart::id, faults);
        requireUnique(
                "/clinicians/*/timeOff",
                document.clinicians().stream()
                        .flatMap(clinician -> clinician.timeOff().stream())
                        .toList(),
                TimeOffPart::id,
                faults);
        Faults.refuse(faults);
        var program = bringProgram.bring(id, document.program(), faults);
        if (program.isPresent()) {
            bringRooms.bring(program.get(), document.rooms(), faults);
            bringClinicians.bring(program.get(), document.clinicians(), faults);
            bringSeries.bring(program.get(), document.series(), document.clinicians(), document.rooms(), faults);
        }
        Faults.refuse(faults);
        removeOthers(id, document);
        programs.flush();
        return written(id, opened);
    }

    private void removeOthers(UUID id, ProgramDocument document) {
        var inUse = new ArrayList<FieldProblem>();
        // Series first: they name rooms and clinicians.
        bringSeries.removeOthers(id, document.series()).forEach(left -> inUse.add(inUse("series", left)));
        bringRooms.removeOthers(id, document.rooms()).forEach(left -> inUse.add(inUse("rooms", left)));
        bringClinicians.removeOthers(id, document.clinicians()).forEach(left -> inUse.add(inUse("clinicians", left)));
        if (!inUse.isEmpty()) {
            throw new ProblemException(
                    SchedulingProblem.PROGRAM_CONTENT_IN_USE,
                    "Nothing was imported. Keep what is in use in the document, ended or retired.",
                    inUse);
        }
    }

    private static FieldProblem inUse(String list, UUID id) {
        return new FieldProblem("/" + list, id + " is missing and in use");
    }

    private static void requireRead(@Nullable String ifMatch, String current) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new ProblemException(
                    CommonProblem.PRECONDITION_REQUIRED,
                    "The program exists. Export it first and send the document's ETag in the If-Match header.");
        }
        if (!ifMatch.trim().equals("*")
                && !List.of(ifMatch.split("\\s*,\\s*", -1)).contains(current)) {
            throw new ProblemException(
                    CommonProblem.STALE_VERSION,
                    "Export it again, look at what has changed, and repeat with the new ETag.");
        }
    }

    private static <T> void requireUnique(
            String pointer, List<T> parts, Function<T, UUID> id, List<FieldProblem> faults) {
        Set<UUID> seen = new HashSet<>();
        for (int i = 0; i < parts.size(); i++) {
            if (!seen.add(id.apply(parts.get(i)))) {
                faults.add(new FieldProblem(pointer + "/" + i + "/id", "must not be there twice"));
            }
        }
    }
}
