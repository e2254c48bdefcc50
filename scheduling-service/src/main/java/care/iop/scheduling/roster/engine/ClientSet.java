package care.iop.scheduling.roster.engine;

import java.util.Arrays;

/** Clients by position, of whom any can be drawn. */
final class ClientSet {

    private final int[] members;
    private final int[] positions;
    private int size;

    ClientSet(int clients) {
        members = new int[clients];
        positions = new int[clients];
        Arrays.fill(positions, -1);
    }

    int size() {
        return size;
    }

    int get(int position) {
        return members[position];
    }

    boolean contains(int client) {
        return positions[client] >= 0;
    }

    void add(int client) {
        if (!contains(client)) {
            positions[client] = size;
            members[size++] = client;
        }
    }

    void remove(int client) {
        int position = positions[client];
        if (position >= 0) {
            int last = members[--size];
            members[position] = last;
            positions[last] = position;
            positions[client] = -1;
        }
    }

    void clear() {
        while (size > 0) {
            positions[members[--size]] = -1;
        }
    }
}
