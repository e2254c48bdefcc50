package care.iop.intake.benefits;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Answers of an invented payer in X12. */
final class Interchanges {

    static final String MEMBER =
            "HL*3*2*22*0~TRN*2*TRACE-1*9999999999~NM1*IL*1*EXAMPLE*AVERY****MI*MEM-0001~DMG*D8*19880417*F~";

    /** The settings that the service has by default. */
    static final X12Settings SETTINGS = settings();

    private Interchanges() {}

    /** An answer of 10 March 2026 with these lines about the subscriber. */
    static String with(String lines) {
        return of("20260310", MEMBER + lines);
    }

    /** An answer of a day with these segments about people. */
    static String of(String day, String people) {
        var body = "ST*271*0001*005010X279A1~BHT*0022*11*REF-1*" + day + "*1005~HL*1**20*1~"
                + "NM1*PR*2*EXAMPLE HEALTH PLAN*****PI*EX001~HL*2*1*21*1~NM1*1P*2*EXAMPLE PROGRAM*****XX*1234567893~"
                + people;
        var segments = body.chars().filter(c -> c == '~').count() + 1;
        return "ISA*00*          *00*          *ZZ*EXPAYER        *ZZ*EXPROGRAM      *" + day.substring(2)
                + "*1005*^*00501*000000001*0*T*:~GS*HB*EXPAYER*EXPROGRAM*" + day + "*1005*1*X*005010X279A1~" + body
                + "SE*" + segments + "*0001~GE*1*1~IEA*1*000000001~";
    }

    static byte[] bytes(String interchange) {
        return interchange.getBytes(StandardCharsets.UTF_8);
    }

    private static X12Settings settings() {
        var properties = Map.of(
                "iop.benefits.x12.usage", "T",
                "iop.benefits.x12.asked-service-types", String.join(",", List.of("30", "AI", "MH")),
                "iop.benefits.x12.treatment-service-types", "AI,MH,A4,A8",
                "iop.benefits.x12.individual-service-type", "A6",
                "iop.benefits.x12.procedures.H0015", "2.1",
                "iop.benefits.x12.procedures.H0035", "2.5");
        return new SmallRyeConfigBuilder()
                .withMapping(X12Settings.class)
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .build()
                .getConfigMapping(X12Settings.class);
    }
}
