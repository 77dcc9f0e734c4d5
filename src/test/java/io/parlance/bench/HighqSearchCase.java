package io.parlance.bench;

import io.parlance.bench.anchor.Conversations;
import io.parlance.bench.load.Requests;
import io.parlance.bench.measure.Ratio;
import io.parlance.bench.measure.Rounds;
import io.parlance.it.Admin;
import io.parlance.it.AdminClient;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How long people wait for a search and for a list of conversations where a tenant has a million messages. Every second
 * conversation is one of the same person's, who searches as often as everybody else together; they look for frequent words
 * and rare ones, beginnings of words, and what is not there.
 */
final class HighqSearchCase implements Case {
    private static final String SEARCHED = "searched";
    private static final int PEOPLE = 100;
    private static final int CONNECTIONS = 2;

    /** Ranks of the words in the order of how frequent they are; 0 is in no message. */
    private static final List<List<Integer>> SEARCHES = List.of(
            List.of(1), List.of(30), List.of(1000), List.of(20_000), List.of(0), List.of(2, 5), List.of(40, 3000));

    @Override
    public List<Bar> bars() {
        return List.of(Bar.HIGHQ_SEARCH_MILLIS, Bar.HIGHQ_LIST_MILLIS);
    }

    @Override
    public List<Outcome> measure(Lab lab) {
        try (var server = Servers.payara(SEARCHED, lab.cluster(), SEARCHED)) {
            lab.add(SEARCHED, server.pid(), server::stop);
            var base = URI.create(server.baseUri().toString().replaceFirst("/$", ""));
            var tenant = new AdminClient(base, Servers.ADMIN_TOKEN).tenant();
            var people = IntStream.range(0, PEOPLE)
                    .mapToObj(i -> tenant.user("p" + i + "@bench.example", "[]")
                            .path("id")
                            .asText())
                    .toList();
            new Conversations(lab.cluster(), SEARCHED).fill(tenant.id(), people);
            var tokens = tokens(tenant, people);
            try (var search = lab.warm(base, searches(tokens), CONNECTIONS);
                    var list = lab.warm(base, lists(tokens), CONNECTIONS)) {
                var rounds = Figures.requireClean(lab.rounds().run(search, list), search, list);
                return List.of(p95(Bar.HIGHQ_SEARCH_MILLIS, rounds, 0), p95(Bar.HIGHQ_LIST_MILLIS, rounds, 1));
            }
        } finally {
            lab.forget(SEARCHED);
        }
    }

    /** Of the person with half of all conversations, and of some others. */
    private static List<String> tokens(Admin.Tenant tenant, List<String> people) {
        return people.subList(0, 8).stream()
                .map(person -> tenant.userToken(person, "bearer"))
                .toList();
    }

    private static Requests searches(List<String> tokens) {
        var targets = new ArrayList<String>();
        for (var search : SEARCHES) {
            var words = search.stream().map(Conversations::word).toList();
            var text = String.join("+", words);
            targets.add(text);
            targets.add(text.substring(0, text.length() - 2));
        }
        return gets(tokens, targets.stream().map(text -> "?searchtext=" + text).toList());
    }

    private static Requests lists(List<String> tokens) {
        return gets(tokens, List.of("", "?filter=UNREAD&limit=25", "?filter=ARCHIVED", "?offset=250&limit=25"));
    }

    /** Every query of everybody, the first person's as often as those of all others. */
    private static Requests gets(List<String> tokens, List<String> queries) {
        var gets = new ArrayList<Requests.Get>();
        for (var token : tokens.subList(1, tokens.size())) {
            for (var query : queries) {
                gets.add(get(tokens.get(0), query));
                gets.add(get(token, query));
            }
        }
        return Requests.get(gets);
    }

    private static Requests.Get get(String token, String query) {
        return new Requests.Get(
                "/api/4/conversations" + query, List.of("Authorization: Bearer " + token, "Accept: application/json"));
    }

    private static Outcome p95(Bar bar, Rounds rounds, int work) {
        double millis = rounds.median(work, slice -> slice.amount().millis(95));
        return Outcome.of(bar, Format.number(millis) + " ms", "-", Ratio.single(millis))
                .disturbed(rounds.foreign(), rounds.noisy())
                .note(Figures.describe(rounds, work));
    }
}
