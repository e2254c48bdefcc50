package care.iop.intake.directory;

/**
 * A place on the earth, taken as a sphere with its mean radius: distances are within 0.6 % of those on the ellipsoid.
 *
 * @param latitude degrees north, -90 to 90
 * @param longitude degrees east, -180 to 180
 */
record GeoPoint(double latitude, double longitude) {

    private static final double EARTH_RADIUS_MILES = 3958.7613;

    /** Half of the earth's circumference: nothing is further away. */
    static final double FARTHEST_MILES = Math.PI * EARTH_RADIUS_MILES;

    static boolean isLatitude(double degrees) {
        return degrees >= -90 && degrees <= 90;
    }

    static boolean isLongitude(double degrees) {
        return degrees >= -180 && degrees <= 180;
    }

    /** On the unit sphere, toward latitude 0, longitude 0. */
    double x() {
        return Math.cos(Math.toRadians(latitude)) * Math.cos(Math.toRadians(longitude));
    }

    /** On the unit sphere, toward latitude 0, longitude 90 east. */
    double y() {
        return Math.cos(Math.toRadians(latitude)) * Math.sin(Math.toRadians(longitude));
    }

    /** On the unit sphere, toward the north pole. */
    double z() {
        return Math.sin(Math.toRadians(latitude));
    }

    /** The length of the straight line through a unit sphere that joins two points this many miles apart on it. */
    static double chord(double miles) {
        return 2 * Math.sin(Math.min(miles, FARTHEST_MILES) / (2 * EARTH_RADIUS_MILES));
    }

    /** The great-circle distance that belongs to the square of such a line. */
    static double miles(double squaredChord) {
        return 2 * EARTH_RADIUS_MILES * Math.asin(Math.min(1, Math.sqrt(squaredChord) / 2));
    }
}
