package io.parlance.dialect.jitsudo.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.parlance.dialect.jitsudo.policy.RuleStructure.ActionScope;
import io.parlance.dialect.jitsudo.policy.RuleStructure.Effect;
import io.parlance.dialect.jitsudo.policy.Scope.Type;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts to rules and back, and what is said about texts that are none. */
class PolicyParserTest {

    @Test
    void takesARuleApart() {
        var text =
                """
                // who may
                @notice("Ask \\"Grace\\" first.")
                forbid (principal is User in User::"group:a \\"b\\"",
                  action in [Action::"assume", Action::"read"],
                  resource == AwsAccount::"1") // and no more
                when { context.duration_seconds > 3600 } // long
                unless { context.break_glass };""";
        var rule = TestPolicies.PARSER.parse(text);
        assertThat(rule.text()).isEqualTo(text);
        assertThat(rule.notice()).isEqualTo("Ask \"Grace\" first.");
        assertThat(rule.structure())
                .isEqualTo(
                        new RuleStructure(
                                Effect.FORBID,
                                new Scope(Type.IS_IN, "User", "group:a \"b\""),
                                new ActionScope(Type.IN, List.of("assume", "read")),
                                new Scope(Type.EQ, "AwsAccount", "1"),
                                "// and no more\nwhen { context.duration_seconds > 3600 } // long\nunless { context.break_glass }"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "permit(principal, action, resource);",
                "forbid(principal == User::\"a\\n\\\"\\\\\\u{7}\", action == Action::\"x y\", resource == AwsAccount::\"1\");",
                "permit(principal in User::\"g\", action in [Action::\"a\", Action::\"b\"], resource in AwsAccount::\"1\");",
                "permit(principal is User, action, resource is AwsS3Bucket);",
                "permit(principal is User in User::\"g\", action, resource is AwsAccount in AwsAccount::\"1\");",
                "permit(principal is User in User::\"User::\\\"g\\\"\", action, resource);",
                "permit(principal, action, resource is AccessRequest in AwsAccount::\"1\");",
                "permit(principal, action, resource)\nwhen { true } // comment\n;",
            })
    void assemblesWhatItTookApart(String text) {
        var structure = TestPolicies.PARSER.parse(text).structure();
        assertThat(structure.text()).isEqualTo(text);
        assertThat(TestPolicies.PARSER.parse(structure.text()).structure()).isEqualTo(structure);
    }

    @Test
    void givesTheTextANoticeThatItReadsAgain() {
        var rule = TestPolicies.PARSER
                .parse("permit(principal, action, resource);")
                .noticing("Say \"why\".\n");
        assertThat(rule.text()).isEqualTo("@notice(\"Say \\\"why\\\".\\n\")\npermit(principal, action, resource);");
        assertThat(TestPolicies.PARSER.parse(rule.text())).isEqualTo(rule);
    }

    @Test
    void prefersTheNoticeOfTheText() {
        var rule = TestPolicies.PARSER.parse("@notice(\"text\") permit(principal, action, resource);");
        assertThat(rule.noticing("field")).isEqualTo(rule);
    }

    @ParameterizedTest
    @ValueSource(strings = {"@notice", "@notice(\"\")", "@notice(\" \")"})
    void refusesANoticeThatTellsNothing(String annotation) {
        var text = " " + annotation + " permit(principal, action, resource);";
        var refused = catchThrowableOfType(BadPolicyException.class, () -> TestPolicies.PARSER.parse(text));
        assertThat(refused.problem()).isEqualTo("a notice must not be blank");
        assertThat(refused.offset()).isEqualTo(1);
    }

    @Test
    void refusesANoticeThatMakesTheTextTooLong() {
        var rule = TestPolicies.PARSER.parse(
                "permit(principal, action, resource); // ".replace("; //", " when { true } //") + "x".repeat(16_300)
                        + "\n;");
        assertThat(catchThrowableOfType(BadPolicyException.class, () -> rule.noticing("y".repeat(100)))
                        .problem())
                .isEqualTo("a rule may have 16384 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00a0", "\u0085", "\u2003", "\u2028", "\u3000", "\u000b", "\f"})
    void takesTheBlanksOfTheEngineForBlanks(String blank) {
        var text = "@notice _(\"x\") _permit _(principal, action, resource) _when { true };".replace("_", blank);
        var rule = TestPolicies.PARSER.parse(text);
        assertThat(rule.notice()).isEqualTo("x");
        assertThat(rule.structure().conditions()).endsWith("when { true }");
    }

    @Test
    void readsALongNameInAGroupOfAnotherType() {
        var scope = "principal is User in User::\"" + "A::".repeat(4000) + "A::\\\"x\\\"\"";
        var structure = TestPolicies.PARSER
                .parse("permit(" + scope + ", action, resource);")
                .structure();
        assertThat(structure.text()).isEqualTo("permit(" + scope + ", action, resource);");
    }

    @Test
    void refusesAnEscapeThatNamesNoCharacter() {
        var text = "permit(principal, action == Action::\"\\u{110000}\", resource);";
        assertThat(catchThrowableOfType(BadPolicyException.class, () -> TestPolicies.PARSER.parse(text))
                        .problem())
                .contains("not a valid escape");
    }

    @Test
    void readsASetInItsOrder() {
        var rules = TestPolicies.PARSER.parseAll(
                "permit(principal, action, resource);\n// second\nforbid(principal, action, resource);\n// end\n");
        assertThat(rules)
                .extracting(ParsedRule::text)
                .containsExactly(
                        "permit(principal, action, resource);", "// second\nforbid(principal, action, resource);");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "permit(principal, action, resource) when { \"\u00e9\u4e16\u754c\" == foo bar }; | 57 | unexpected token `bar`",
                "permit(principal, action, resource)                  | 36 | unexpected end of input",
                "permit(principal action, resource);                  | 18 | unexpected token `action`",
                "permit(principal, action, resource); forbid(principal, action, resource); | 38 | there must be one statement, and this begins another",
                "permit(principal is Group, action, resource);        | 21 | unrecognized entity type `Group`",
                "permit(principal in Group::\"a\", action, resource); | 21 | unrecognized entity type `Group`",
                "permit(principal == ?principal, action, resource);   | 21 | expected a static policy",
                "permit(principal, action, resource) when { resource.statuss == \"x\" }; | 44 | attribute `statuss` on entity type",
                "permit(principal, action, resource) when { resource.status == 1 };      | 44 | the types Long and String are not compatible",
                "@notice(\"a\") @notice(\"b\") permit(principal, action, resource);      | 14 | duplicate annotation: @notice",
                "permit(principal, action == Action::\"approve\", resource is AwsAccount); | 1 | unable to find an applicable action",
                "permit(principal, action, resource) when { ip(\"300.1.1.1\").isIpv4() };  | 44 | error during extension function",
                "permit(principal, action, resource) when { \"unended };  | 44 | invalid token",
                "@notice(\"a\\0\") permit(principal, action, resource); | 9 | a text holds the character U+0000",
                "permit(principal == User::\"\\u{0}\", action, resource); | 27 | a text holds the character U+0000",
                "// only a comment | 1 | there is no statement",
            })
    void saysWhatIsWrongAndWhere(String text, int column, String problem) {
        var refused = catchThrowableOfType(BadPolicyException.class, () -> TestPolicies.PARSER.parse(text));
        assertThat(refused.problem()).startsWith(problem).doesNotContain("rule`");
        assertThat(TextPlace.of(text, refused.offset())).isEqualTo(new TextPlace(1, column));
    }

    @Test
    void refusesAnEmptyText() {
        assertThat(catchThrowableOfType(BadPolicyException.class, () -> TestPolicies.PARSER.parse(" "))
                        .problem())
                .isEqualTo("there is no statement");
    }

    @Test
    void countsLinesOfTheWholeSet() {
        var text = "permit(principal, action, resource);\n\n  // \uD83D\uDE00\n  permit(principal, oops, resource);";
        var refused = catchThrowableOfType(BadPolicyException.class, () -> TestPolicies.PARSER.parseAll(text));
        assertThat(TextPlace.of(text, refused.offset()).line()).isEqualTo(4);
    }

    @Test
    void repeatsTheEnginesHelp() {
        var refused = catchThrowableOfType(
                BadPolicyException.class,
                () -> TestPolicies.PARSER.parse(
                        "permit(principal, action, resource) when { resource.statuss == \"x\" };"));
        assertThat(refused.problem()).contains("did you mean `status`?");
    }
}
