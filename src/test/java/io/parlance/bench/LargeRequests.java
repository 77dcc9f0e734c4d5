package io.parlance.bench;

import io.parlance.bench.measure.Ratio;
import io.parlance.bench.measure.Rounds;
import io.parlance.bench.measure.Slice;
import java.sql.SQLException;
import java.util.List;

/** How long a client of mews waits for a thousand messages, written or read, where very many are stored. */
final class LargeRequests {
    private static final int MESSAGES = 1000;
    private static final int STORED_BEFORE = 100_000;
    private static final String TEXT = "Is breakfast served on Sundays before seven, and may the dog come along?";

    /** As far behind as a page can be that is still full. */
    private static final String DEEP =
            "select id from message where dialect = 'mews' order by id offset " + MESSAGES + " limit 1";

    private LargeRequests() {}

    static List<Outcome> measure(Lab lab, Site site, String database) {
        var client = site.mewsClient(Site.UNLIMITED);
        try (var add = lab.warm(site.server(), client.adds(MESSAGES, TEXT), 1)) {
            for (long stored = 0; stored < STORED_BEFORE; ) {
                stored += Figures.requireClean(add.run(lab.options().slice())).units();
            }
            var added = Figures.requireClean(lab.rounds().run(add), add);
            try (var first = lab.warm(site.server(), client.pages(MESSAGES, ""), 1);
                    var deep = lab.warm(site.server(), client.pages(MESSAGES, deepCursor(lab, database)), 1)) {
                var read = Figures.requireClean(lab.rounds().run(deep, first));
                return List.of(
                        median(Bar.MEWS_ADD_MILLIS, added),
                        median(Bar.MEWS_PAGE_MILLIS, read),
                        Outcome.of(
                                        Bar.MEWS_PAGE_DEPTH,
                                        millis(read, 0),
                                        millis(read, 1),
                                        read.ratio(LargeRequests::p50, 1))
                                .disturbed(read.foreign(), read.noisy()));
            }
        }
    }

    private static Outcome median(Bar bar, Rounds rounds) {
        double millis = rounds.median(0, LargeRequests::p50);
        return Outcome.of(bar, Format.number(millis) + " ms", "-", Ratio.single(millis))
                .disturbed(rounds.foreign(), rounds.noisy());
    }

    private static String millis(Rounds rounds, int work) {
        return Format.number(rounds.median(work, LargeRequests::p50)) + " ms";
    }

    private static double p50(Slice slice) {
        return slice.amount().millis(50);
    }

    private static String deepCursor(Lab lab, String database) {
        try (var connection = lab.cluster().connect(database);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(DEEP)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
