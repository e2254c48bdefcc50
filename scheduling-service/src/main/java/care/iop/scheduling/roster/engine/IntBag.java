package care.iop.scheduling.roster.engine;

import java.util.Arrays;

/** Whole numbers in the order in which they came, until one is removed: then the last takes its place. */
final class IntBag {

    private int[] values = new int[8];
    private int size;

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    int get(int position) {
        return values[position];
    }

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
    }

    /** Removes one of this value; there must be one. */
    void remove(int value) {
        int position = 0;
        while (values[position] != value) {
            position++;
        }
        values[position] = values[--size];
    }

    boolean contains(int value) {
        for (int i = 0; i < size; i++) {
            if (values[i] == value) {
                return true;
            }
        }
        return false;
    }

    void clear() {
        size = 0;
    }

    int[] toArray() {
        return Arrays.copyOf(values, size);
    }
}
