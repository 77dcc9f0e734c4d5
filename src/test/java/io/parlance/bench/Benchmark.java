package io.parlance.bench;

import io.parlance.run.Directories;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/**
 * The program behind {@code mvn -Pbench verify}. It ends with code 1 if something answered wrongly or a gated bar is
 * missed, and with 2 if it cannot run at all. It is a program for a terminal: standard output is its screen.
 */
public final class Benchmark {
    private static final List<Case> CASES = List.of(
            new ReviewCase(),
            new ServerCpuCase(),
            new ManyConnectionsCase(),
            new MewsBatchCase(),
            new RefusedCase(),
            new PolicyCpuCase(),
            new SlowBodiesCase(),
            new BigPostsCase(),
            new WildFlyCase(),
            new MemoryCase(),
            new GrowthCase(),
            new HighqSearchCase(),
            new SlowDiskCase(),
            new AllocationCase());

    private final Options options;

    private Benchmark(Options options) {
        this.options = options;
    }

    public static void main(String[] arguments) {
        try {
            var report = new Benchmark(Options.from(System.getProperties())).run();
            System.exit(report.isFatal() ? 1 : 0);
        } catch (IOException | RuntimeException e) {
            System.err.println("bench: " + e.getMessage());
            System.exit(2);
        }
    }

    private Report run() throws IOException {
        var lab = new Lab(options);
        Runtime.getRuntime().addShutdownHook(new Thread(lab::close, "stop"));
        Directories.make(Databases.directory());
        var environment = Environment.of(lab.cluster(), options);
        System.out.println(environment.text());
        var outcomes = new ArrayList<Outcome>();
        for (var one : CASES) {
            if (one.bars().stream().anyMatch(options::wants)) {
                outcomes.addAll(measure(one, lab));
            }
        }
        var report = new Report(environment, outcomes);
        Files.writeString(Databases.directory().resolve("result.md"), report.markdown());
        Files.writeString(Databases.directory().resolve("result.json"), report.json());
        System.out.println("\n" + report.text());
        return report;
    }

    private static List<Outcome> measure(Case one, Lab lab) {
        var names = one.bars().stream().map(Bar::label).toList();
        System.out.println("measuring " + String.join(", ", names) + " ...");
        try {
            return one.measure(lab);
        } catch (MeasurementException e) {
            return one.bars().stream()
                    .map(bar -> Outcome.failed(bar, e.getMessage()))
                    .toList();
        }
    }
}
