package io.parlance.ops.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.parlance.core.doctor.Check;
import io.parlance.core.doctor.Finding;
import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import io.parlance.core.store.StoreCheck;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DoctorTest {
    private final Doctor doctor = new Doctor();
    private final AtomicBoolean storeAnswers = new AtomicBoolean(true);
    private final CountDownLatch end = new CountDownLatch(1);

    private record Named(String name, boolean asksPostgres, Supplier<Finding> finding) implements Check {
        @Override
        public Finding run() {
            return finding.get();
        }
    }

    @AfterEach
    void close() {
        end.countDown();
        doctor.close();
    }

    @Test
    void isAsIllAsTheWorstFinding() {
        open(check("b", () -> Finding.warning("w", "r")), check("a", () -> Finding.ok("fine")));

        var report = doctor.examine();

        assertThat(report.state()).isEqualTo(Finding.State.WARNING);
        assertThat(report.items())
                .containsExactly(
                        new Report.Item("a", Finding.ok("fine")), new Report.Item("b", Finding.warning("w", "r")));
    }

    @Test
    void isWellWhereSomethingCannotBeTold() {
        open(check("a", () -> Finding.ok("fine")), check("b", () -> Finding.unknown("u", "r")));

        assertThat(doctor.examine().state()).isEqualTo(Finding.State.OK);
    }

    @Test
    void isUnknownWhereNothingCanBeTold() {
        open(check("a", () -> Finding.unknown("u", "r")));

        assertThat(doctor.examine().state()).isEqualTo(Finding.State.UNKNOWN);
    }

    @Test
    void aCheckThatFailsIsAFindingThatShowsNothingOfTheFailure() {
        open(check("broken", () -> {
            throw new IllegalStateException("password=secret");
        }));

        var finding = doctor.examine().items().get(0).finding();

        assertThat(finding.state()).isEqualTo(Finding.State.WARNING);
        assertThat(finding.toString()).contains("The check itself failed").doesNotContain("secret");
    }

    @Test
    void aCheckThatHangsHoldsNobodyUp() {
        doctor.patience = Duration.ofMillis(200);
        open(check("hanging", this::waitForTheEnd), check("quick", () -> Finding.ok("fine")));

        assertThat(doctor.examine().items())
                .extracting(Report.Item::name, item -> item.finding().state())
                .containsExactly(tuple("hanging", Finding.State.WARNING), tuple("quick", Finding.State.OK));
    }

    @Test
    void checksThatHangForEverTakeNoMoreThreadsEachTime() {
        doctor.patience = Duration.ofMillis(50);
        var started = new AtomicInteger();
        var hanging = new ArrayList<Check>();
        for (int i = 0; i < 10; i++) {
            hanging.add(check("hanging-" + i, () -> {
                started.incrementAndGet();
                return waitForTheEnd();
            }));
        }
        open(hanging.toArray(Check[]::new));

        doctor.examine();
        assertThat(doctor.examine().state()).isEqualTo(Finding.State.WARNING);

        assertThat(started).hasValueLessThanOrEqualTo(4);
    }

    @Test
    void asksNothingOfAPostgresThatDoesNotAnswer() {
        storeAnswers.set(false);
        open(
                new Named("with", true, () -> {
                    throw new AssertionError("was asked");
                }),
                new Named("without", false, () -> Finding.ok("fine")));

        assertThat(doctor.examine().items())
                .extracting(Report.Item::name, item -> item.finding().state())
                .containsExactly(tuple("with", Finding.State.UNKNOWN), tuple("without", Finding.State.OK));
    }

    @Test
    void aPostgresThatGoesAwayMeanwhileIsNoFault() {
        open(check("late", () -> {
            throw new RejectedException(Reason.STORE_UNAVAILABLE, "gone");
        }));

        assertThat(doctor.examine().items().get(0).finding().cause()).isEqualTo("PostgreSQL did not answer this.");
    }

    private Finding waitForTheEnd() {
        try {
            end.await();
            return Finding.ok("at last");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Finding.unknown("interrupted", "none");
        }
    }

    private static Check check(String name, Supplier<Finding> finding) {
        return new Named(name, false, finding);
    }

    private void open(Check... checks) {
        doctor.store = new StoreCheck() {
            @Override
            public boolean answers() {
                return storeAnswers.get();
            }
        };
        doctor.open(List.of(checks), Thread::new);
    }
}
