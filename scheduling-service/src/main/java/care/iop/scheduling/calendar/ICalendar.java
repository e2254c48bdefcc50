package care.iop.scheduling.calendar;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeSet;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.DateList;
import net.fortuna.ical4j.model.component.Daylight;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ExDate;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.RecurrenceId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableClazz;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/** Writes entries as an iCalendar object (RFC 5545). The same entries give the same bytes, so that a reader can ask for changes only. */
final class ICalendar {

    private static final String PRODUCT = "-//IOP suite//Scheduling//EN";

    private ICalendar() {}

    static byte[] write(List<Entry> entries, Duration refresh) {
        var calendar = new Calendar();
        calendar.add(new ProdId(PRODUCT));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(new XProperty("X-PUBLISHED-TTL", refresh.toString()));
        zones(entries).forEach(calendar::add);
        entries.forEach(entry -> calendar.add(event(entry)));
        var out = new ByteArrayOutputStream();
        try {
            new CalendarOutputter(false).output(calendar, out);
        } catch (IOException e) {
            throw new UncheckedIOException("a calendar could not be written", e);
        }
        return out.toByteArray();
    }

    private static VEvent event(Entry entry) {
        var event = new VEvent(false);
        event.add(new Uid(entry.uid()));
        event.add(new DtStamp(entry.changedAt().truncatedTo(ChronoUnit.SECONDS)));
        event.add(new DtStart<>(entry.startsAt()));
        event.add(new DtEnd<>(entry.startsAt().plus(entry.lasting())));
        if (entry.instance() != null) {
            event.add(new RecurrenceId<>(entry.instance()));
        }
        var rule = entry.rule();
        if (rule != null) {
            event.add(new RRule<ZonedDateTime>(rule.rrule()));
            if (!rule.without().isEmpty()) {
                var without = new ExDate<>(new DateList<>(rule.without()));
                without.add(new net.fortuna.ical4j.model.parameter.TzId(
                        entry.startsAt().getZone().getId()));
                event.add(without);
            }
        }
        event.add(new Sequence(entry.sequence()));
        event.add(
                switch (entry.state()) {
                    case CONFIRMED -> ImmutableStatus.VEVENT_CONFIRMED;
                    case TENTATIVE -> ImmutableStatus.VEVENT_TENTATIVE;
                    case CANCELLED -> ImmutableStatus.VEVENT_CANCELLED;
                });
        event.add(ImmutableClazz.PRIVATE);
        event.add(new Summary(entry.summary()));
        if (entry.location() != null) {
            event.add(new Location(entry.location()));
        }
        return event;
    }

    /** The zones that the entries are in, with every change of offset from a year before the first to a year after the last. */
    private static List<VTimeZone> zones(List<Entry> entries) {
        var zones = new TreeSet<String>();
        entries.forEach(entry -> zones.add(entry.startsAt().getZone().getId()));
        return zones.stream()
                .map(ZoneId::of)
                .map(zone -> {
                    var of = entries.stream()
                            .filter(entry -> entry.startsAt().getZone().equals(zone))
                            .map(entry -> entry.startsAt().toLocalDate())
                            .sorted()
                            .toList();
                    return zone(zone, of.get(0), of.get(of.size() - 1));
                })
                .toList();
    }

    /** By the rules that this Java computes the instants with, so that both say the same. */
    private static VTimeZone zone(ZoneId id, LocalDate first, LocalDate last) {
        var rules = id.getRules();
        var from = LocalDate.of(first.getYear() - 1, 1, 1).atStartOfDay();
        var until = LocalDate.of(last.getYear() + 2, 1, 1).atStartOfDay(id).toInstant();
        var zone = new VTimeZone();
        zone.add(new TzId(id.getId()));
        var begin = from.atZone(id);
        zone.add(observance(from, begin.getOffset(), begin.getOffset(), rules.isDaylightSavings(begin.toInstant())));
        for (var change = rules.nextTransition(begin.toInstant());
                change != null && change.getInstant().isBefore(until);
                change = rules.nextTransition(change.getInstant())) {
            zone.add(observance(
                    change.getDateTimeBefore(),
                    change.getOffsetBefore(),
                    change.getOffsetAfter(),
                    rules.isDaylightSavings(change.getInstant())));
        }
        return zone;
    }

    private static Observance observance(LocalDateTime from, ZoneOffset before, ZoneOffset after, boolean daylight) {
        var observance = daylight ? new Daylight() : new Standard();
        observance.add(new DtStart<>(from));
        observance.add(new TzOffsetFrom(before));
        observance.add(new TzOffsetTo(after));
        return observance;
    }
}
