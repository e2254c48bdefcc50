package care.iop.progress.metrics;

import java.util.List;

/**
 * Decides which cells of a table of persons are hidden: rows are groups and one more for all, columns are categories and one
 * more for all. Cells from 1 to below the threshold are hidden. Where the rest of a line would give a hidden cell away, or a
 * sum of hidden cells that is itself too small, more is hidden, the smallest that helps first, until no line does.
 */
final class Suppression {

    private final long[][] cells;
    private final boolean[][] hidden;
    private final int below;

    private Suppression(long[][] cells, int below) {
        this.cells = cells;
        this.hidden = new boolean[cells.length][cells[0].length];
        this.below = below;
    }

    /** The cells that are hidden: the last row and the last column are those for all. */
    static boolean[][] of(List<Group> groups, Group all, List<String> categories, int below) {
        var cells = new long[groups.size() + 1][categories.size() + 1];
        for (int row = 0; row <= groups.size(); row++) {
            var group = row < groups.size() ? groups.get(row) : all;
            for (int column = 0; column < categories.size(); column++) {
                cells[row][column] = group.count(categories.get(column));
                cells[row][categories.size()] += cells[row][column];
            }
        }
        return of(cells, below);
    }

    /** The same for a table whose last row and column hold the sums. */
    static boolean[][] of(long[][] cells, int below) {
        var suppression = new Suppression(cells, below);
        suppression.hideSmall();
        while (suppression.hideOneMore()) {
            // Each turn hides at least one cell, so this ends.
        }
        return suppression.hidden;
    }

    private void hideSmall() {
        for (int row = 0; row < cells.length; row++) {
            for (int column = 0; column < cells[row].length; column++) {
                hidden[row][column] = isSmall(cells[row][column]);
            }
        }
    }

    private boolean isSmall(long persons) {
        return persons > 0 && persons < below;
    }

    private boolean hideOneMore() {
        for (int row = 0; row < cells.length; row++) {
            if (protect(new Row(row))) {
                return true;
            }
        }
        for (int column = 0; column < cells[0].length; column++) {
            if (protect(new Column(column))) {
                return true;
            }
        }
        return false;
    }

    /** Hides one more cell of a line that gives something away; false when it gives nothing away, or nothing is left to hide. */
    private boolean protect(Line line) {
        int count = 0;
        long sum = 0;
        for (int i = 0; i < line.parts(); i++) {
            if (line.isHidden(i)) {
                count++;
                sum += line.cell(i);
            }
        }
        boolean totalHidden = line.isHidden(line.parts());
        // With the total hidden, one part that is hidden too can't be computed; without hidden parts, the total can.
        boolean tells = totalHidden ? count == 0 : count == 1 || (count > 1 && isSmall(sum));
        if (!tells) {
            return false;
        }
        int smallest = -1;
        for (int i = 0; i < line.parts(); i++) {
            if (!line.isHidden(i) && line.cell(i) > 0 && (smallest < 0 || line.cell(i) < line.cell(smallest))) {
                smallest = i;
            }
        }
        if (smallest < 0 && totalHidden) {
            return false;
        }
        line.hide(smallest < 0 ? line.parts() : smallest);
        return true;
    }

    /** A row or a column: its parts, and behind them their sum. */
    private interface Line {

        int parts();

        long cell(int i);

        boolean isHidden(int i);

        void hide(int i);
    }

    private final class Row implements Line {

        private final int row;

        private Row(int row) {
            this.row = row;
        }

        @Override
        public int parts() {
            return cells[row].length - 1;
        }

        @Override
        public long cell(int i) {
            return cells[row][i];
        }

        @Override
        public boolean isHidden(int i) {
            return hidden[row][i];
        }

        @Override
        public void hide(int i) {
            hidden[row][i] = true;
        }
    }

    private final class Column implements Line {

        private final int column;

        private Column(int column) {
            this.column = column;
        }

        @Override
        public int parts() {
            return cells.length - 1;
        }

        @Override
        public long cell(int i) {
            return cells[i][column];
        }

        @Override
        public boolean isHidden(int i) {
            return hidden[i][column];
        }

        @Override
        public void hide(int i) {
            hidden[i][column] = true;
        }
    }
}
