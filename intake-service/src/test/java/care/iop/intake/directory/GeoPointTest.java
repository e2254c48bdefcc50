package care.iop.intake.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeoPointTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 0, 0",
        "0, 0, 0, 1, 69.09",
        "89.5, 0, 89.5, 180, 69.09",
        "0, 179.5, 0, -179.5, 69.09",
        "0, 0, 0, 180, 12436.8",
        "90, 0, -90, 0, 12436.8",
        "33.9425, -118.408, 40.6398, -73.7789, 2475"
    })
    void greatCircle(double fromLatitude, double fromLongitude, double toLatitude, double toLongitude, double miles) {
        // given
        var from = new GeoPoint(fromLatitude, fromLongitude);
        var to = new GeoPoint(toLatitude, toLongitude);

        // when
        var distance = GeoPoint.miles(
                Math.pow(from.x() - to.x(), 2) + Math.pow(from.y() - to.y(), 2) + Math.pow(from.z() - to.z(), 2));

        // then
        assertThat(distance).isCloseTo(miles, within(Math.max(0.01, miles * 0.006)));
    }

    @ParameterizedTest
    @CsvSource({"0.01", "1", "25", "500", "12436"})
    void chordAndMilesAreInverse(double miles) {
        // when
        var chord = GeoPoint.chord(miles);

        // then
        assertThat(GeoPoint.miles(chord * chord)).isCloseTo(miles, within(miles * 1e-5));
    }

    @Test
    void bounds() {
        assertThat(GeoPoint.isLatitude(90)).isTrue();
        assertThat(GeoPoint.isLatitude(-90)).isTrue();
        assertThat(GeoPoint.isLatitude(90.001)).isFalse();
        assertThat(GeoPoint.isLatitude(Double.NaN)).isFalse();
        assertThat(GeoPoint.isLongitude(180)).isTrue();
        assertThat(GeoPoint.isLongitude(-180.001)).isFalse();
        assertThat(GeoPoint.isLongitude(Double.POSITIVE_INFINITY)).isFalse();
    }
}
