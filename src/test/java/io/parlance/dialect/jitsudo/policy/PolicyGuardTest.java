package io.parlance.dialect.jitsudo.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts that would end the server, or keep it busy for minutes, if they came to the engine. */
class PolicyGuardTest {
    /** One without an engine: to call it would fail in another way. */
    private final PolicyParser withoutEngine = new PolicyParser();

    static Stream<Arguments> tooMuch() {
        var unseen = "//\r";
        return Stream.of(
                Arguments.of("brackets", conditions("(".repeat(10_000) + "true" + ")".repeat(10_000))),
                Arguments.of("brackets within the length", conditions("(".repeat(8000))),
                Arguments.of("lists", conditions("[".repeat(25) + "]".repeat(25))),
                Arguments.of("records", conditions("{a:".repeat(25) + "1" + "}".repeat(25))),
                Arguments.of("calls", conditions("ip(".repeat(25) + "\"x\"" + ")".repeat(25))),
                Arguments.of("ifs", conditions("if true then true else ".repeat(25) + "true")),
                Arguments.of(
                        "ifs within ifs", conditions("if ".repeat(25) + "true" + " then true else true".repeat(25))),
                Arguments.of("a long has", conditions("context has a" + ".a".repeat(7000))),
                Arguments.of("a long path", conditions("context" + ".a".repeat(151))),
                Arguments.of("calls of calls", conditions("context.a" + ".contains(1)".repeat(200))),
                Arguments.of("conjunctions", conditions("true" + "&&true".repeat(101))),
                Arguments.of("disjunctions", conditions("true" + "||true".repeat(101))),
                Arguments.of("sums", conditions("1" + "+1".repeat(101) + ">0")),
                Arguments.of("products", conditions("1" + "*1".repeat(101) + ">0")),
                Arguments.of("negations", conditions("!".repeat(101) + "true")),
                Arguments.of("negative numbers", conditions("- ".repeat(101) + "1 > 0")),
                Arguments.of("brackets behind closed ones", conditions(")".repeat(100) + "(".repeat(100))),
                Arguments.of("brackets behind a comment", conditions(unseen + "(".repeat(100))),
                Arguments.of("brackets behind a string", conditions("\"\\\"//\" == " + "(".repeat(100))),
                Arguments.of("brackets of an annotation", "@a(" + "(".repeat(100)),
                Arguments.of("length", conditions("\"" + "x".repeat(PolicyGuard.MAX_LENGTH) + "\" == \"\"")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tooMuch")
    void refusesBeforeTheEngineIsCalled(String name, String text) {
        for (var given : new String[] {text, text + ";"}) {
            assertThat(catchThrowableOfType(BadPolicyException.class, () -> withoutEngine.parse(given)))
                    .as(name)
                    .isNotNull();
            assertThat(catchThrowableOfType(BadPolicyException.class, () -> withoutEngine.parseAll(given)))
                    .as(name)
                    .isNotNull();
        }
    }

    @Test
    void refusesTooManyActions() {
        var actions = "Action::\"a%d\", ";
        var list = new StringBuilder();
        for (int i = 0; i <= PolicySchema.MAX_ACTIONS; i++) {
            list.append(actions.formatted(i));
        }
        var text = "permit(principal, action in [" + list + "Action::\"z\"], resource);";
        assertThat(catchThrowableOfType(BadPolicyException.class, () -> withoutEngine.parse(text)))
                .isNotNull();
    }

    @Test
    void refusesTooManyStatements() {
        var text = "permit(principal,action,resource);".repeat(Statement.MAX_STATEMENTS + 1);
        assertThat(catchThrowableOfType(BadPolicyException.class, () -> withoutEngine.parseAll(text)))
                .isNotNull();
        assertThat(catchThrowableOfType(
                        BadPolicyException.class, () -> withoutEngine.parseAll(";".repeat(Statement.MAX_LENGTH + 1))))
                .isNotNull();
    }

    static Stream<Arguments> enough() {
        return Stream.of(
                Arguments.of("brackets", conditions("(".repeat(23) + "true" + ")".repeat(23))),
                Arguments.of("ifs", conditions("if ".repeat(24) + "true" + " then true else true".repeat(24))),
                Arguments.of("conjunctions", conditions("true" + " && true".repeat(100))),
                Arguments.of("sums", conditions("1" + "+1".repeat(100) + ">0")),
                Arguments.of("brackets in strings", conditions("\"" + "([{".repeat(1000) + "\" != \"\"")),
                Arguments.of("brackets in comments", conditions("// " + "(".repeat(1000) + "\n true")),
                Arguments.of("a long list", conditions("[" + "1,".repeat(4000) + "1].contains(1)")),
                Arguments.of("a long text", conditions("\"" + "x".repeat(16_000) + "\" != \"\"")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("enough")
    void letsTheEngineReadAndDecideWhatIsWithinBounds(String name, String text) {
        assertThat(TestPolicies.of(text + ";")
                        .decide(TestPolicies.ada(), PolicyEngine.Action.ADD_MESSAGE, TestPolicies.access())
                        .permitted())
                .as(name)
                .isTrue();
    }

    private static String conditions(String expression) {
        return "permit(principal, action, resource) when {" + expression + "}";
    }
}
