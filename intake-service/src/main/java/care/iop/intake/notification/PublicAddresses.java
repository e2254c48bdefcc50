package care.iop.intake.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Finds where an address leads to, and refuses what is not the public internet (IANA's registries of special-purpose addresses,
 * RFC 6890): of several results all have to be public, and the caller connects to the one that was checked.
 */
@ApplicationScoped
class PublicAddresses {

    /** First bytes, and how many bits of them count. */
    private record Range(int bits, List<Integer> first) {

        static Range of(int bits, Integer... first) {
            return new Range(bits, List.of(first));
        }

        boolean has(byte[] address) {
            for (int bit = 0; bit < bits; bit++) {
                var mask = 0x80 >> (bit % 8);
                if ((address[bit / 8] & mask) != (first.get(bit / 8) & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    private static final List<Range> NOT_PUBLIC_4 = List.of(
            Range.of(8, 0),
            Range.of(8, 10),
            Range.of(10, 100, 64),
            Range.of(8, 127),
            Range.of(16, 169, 254),
            Range.of(12, 172, 16),
            Range.of(24, 192, 0, 0),
            Range.of(24, 192, 0, 2),
            Range.of(24, 192, 88, 99),
            Range.of(16, 192, 168),
            Range.of(15, 198, 18),
            Range.of(24, 198, 51, 100),
            Range.of(24, 203, 0, 113),
            Range.of(3, 224));

    /** Of IPv6 only what is given out as global unicast is public, and of that not what leads to an IPv4 address. */
    private static final Range GLOBAL_UNICAST_6 = Range.of(3, 0x20);

    private static final List<Range> NOT_PUBLIC_6 = List.of(
            Range.of(23, 0x20, 0x01, 0x00),
            Range.of(32, 0x20, 0x01, 0x0d, 0xb8),
            Range.of(16, 0x20, 0x02),
            Range.of(20, 0x3f, 0xff, 0x00));

    private final boolean privateAllowed;

    @Inject
    PublicAddresses(NotificationSettings settings) {
        this(settings.privateReceiversAllowed());
    }

    PublicAddresses(boolean privateAllowed) {
        this.privateAllowed = privateAllowed;
    }

    /**
     * Where a host is.
     *
     * @throws IllegalArgumentException with the fault in words: nowhere, or not in the public internet
     */
    InetAddress find(String host) {
        InetAddress[] found;
        try {
            found = InetAddress.getAllByName(host);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("must name a host that can be found", e);
        }
        for (var address : found) {
            if (!privateAllowed && !isPublic(address)) {
                throw new IllegalArgumentException("must lead to the public internet");
            }
        }
        return found[0];
    }

    static boolean isPublic(InetAddress address) {
        // An IPv4 address that is written as an IPv6 one arrives here as IPv4.
        var bytes = address.getAddress();
        return address instanceof Inet6Address
                ? GLOBAL_UNICAST_6.has(bytes) && NOT_PUBLIC_6.stream().noneMatch(range -> range.has(bytes))
                : NOT_PUBLIC_4.stream().noneMatch(range -> range.has(bytes));
    }
}
