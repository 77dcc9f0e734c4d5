package io.parlance.dialect.highq;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConversationRequestTest {
    private static final String SAMPLE_XML =
            """
            <conversation>
                <recipients>
                    <users>
                        <user>
                            <userid>7</userid>
                        </user>
                        <user>
                            <userid> 8 </userid>
                        </user>
                    </users>
                </recipients>
                <messages>
                    <message>
                        <html><![CDATA[<p>A & B</p>]]> </html>
                        <attachments>
                             <attachment>
                                 <id>101</id>
                             </attachment>
                             <attachment>
                                 <id>102</id>
                             </attachment>
                         </attachments>
                    </message>
                </messages>
            </conversation>""";
    private static final String SAMPLE_JSON =
            """
            {"recipients": {"users": {"user": [{"userid": 7}, {"userid": 8}]}},
             "messages": {"message": [{"html": "<p>A & B</p>",
               "attachments": {"attachment": [{"id": "101"}, {"id": "102"}]}}]}}""";
    private static final String BARE_JSON =
            """
            {"conversation": {"recipients": {"users": {"user": {"userid": "7"}}},
             "messages": {"message": {"html": "<p>A & B</p>", "attachments": {"attachment": {"id": 101}}}}}}""";

    @ParameterizedTest
    @ValueSource(strings = {SAMPLE_XML, SAMPLE_JSON})
    void readsTheSamplesOfTheReference(String body) {
        var request = request(body);
        assertThat(request.userids()).containsExactly(7L, 8L);
        assertThat(request.contents()).hasSize(1);
        assertThat(request.contents().get(0).content()).isEqualTo("<p>A & B</p>");
        assertThat(request.contents().get(0).attachmentIds()).containsExactly(101L, 102L);
    }

    @Test
    void takesBareObjectsForListsOfOneAndARootKey() {
        var request = request(BARE_JSON);
        assertThat(request.userids()).containsExactly(7L);
        assertThat(request.contents().get(0).attachmentIds()).containsExactly(101L);
    }

    @Test
    void ignoresWhatItDoesNotKnow() {
        var request = request(
                """
                <c:conversation xmlns:c="urn:c" status="new"><conversationid>9</conversationid>
                <recipients><users><user role="x"><userid type="int">7</userid><name><firstname>A</firstname></name></user>
                </users></recipients><messages><message><html>a</html></message></messages></c:conversation>""");
        assertThat(request.userids()).containsExactly(7L);
    }

    @Test
    void keepsMessagesInOrder() {
        var request = request(withMessages("<message><html>1</html></message><message><html>2</html></message>"));
        assertThat(request.contents()).extracting(MessageRequest::content).containsExactly("1", "2");
    }

    @Test
    void collapsesDuplicates() {
        var request = request(
                """
                {"recipients": {"users": {"user": [{"userid": 7}, {"userid": "7"}, {"userid": "007"}]}}}""");
        assertThat(request.userids()).containsExactly(7L);
    }

    @Test
    void escapesTextWhereThereIsNoHtml() {
        var request = request(withMessages("<message><html></html><text>1 &lt; 2 &amp; \"3\"</text></message>"));
        assertThat(request.contents().get(0).content()).isEqualTo("1 &lt; 2 &amp; &quot;3&quot;");
    }

    @Test
    void takesEmptyContentWithAnAttachmentOnly() {
        var bound = request(withMessages(
                "<message><html/><attachments><attachment><id>1</id></attachment></attachments></message>"));
        assertThat(bound.contents().get(0).content()).isEmpty();
        var empty = request(withMessages("<message><html><![CDATA[]]> </html><attachments/></message>"));
        assertThatThrownBy(() -> empty.contents().get(0).content()).isInstanceOf(RejectedException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "true",
                "0",
                "-7",
                "7.0",
                "7e1",
                "\"\"",
                "\"x\"",
                "\"7.5\"",
                "\"+7\"",
                "\"٧\"",
                "{}",
                "[7]",
                "99999999999999999999"
            })
    void refusesIdsThatAreNoPositiveIntegers(String id) {
        var request = "{\"recipients\": {\"users\": {\"user\": [{\"userid\": %s}]}}}".formatted(id);
        assertThat(refusal(() -> request(request).userids())).isEqualTo(Reason.INPUT_INVALID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"recipients\": null}",
                "{\"recipients\": {}}",
                "{\"recipients\": {\"users\": {\"user\": []}}}",
                "{\"recipients\": {\"users\": {\"user\": [null]}}}",
                "{\"recipients\": {\"users\": {\"user\": [{}]}}}",
                "{\"recipients\": {\"users\": {\"user\": 7}}}",
                "{\"recipients\": \"7\"}",
                "{\"recipients\": [{\"users\": {\"user\": {\"userid\": 7}}}]}",
                "[]",
                "null",
                "7",
                "{\"conversation\": 7}",
                "<conversation/>",
                "<conversation>text</conversation>",
                "<message><recipients><users><user><userid>7</userid></user></users></recipients></message>",
                "<conversation><recipients><users><user><userid>7</userid><userid>8</userid></user></users></recipients>"
                        + "</conversation>"
            })
    void refusesBodiesWithoutRecipients(String body) {
        assertThat(refusal(() -> request(body).userids())).isEqualTo(Reason.INPUT_INVALID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<message/>",
                "<message><html/></message>",
                "<message><html> </html><text> </text></message>",
                "<message><html><p>a</p></html></message>",
                "<message><html>a</html><html>b</html></message>",
                "<message><html>a</html><attachments><attachment><id></id></attachment></attachments></message>"
            })
    void refusesMessagesWithoutWhatTheyNeed(String messages) {
        assertThat(refusal(() -> request(withMessages(messages)).contents().forEach(message -> {
                    message.content();
                    message.attachmentIds();
                })))
                .isEqualTo(Reason.INPUT_INVALID);
    }

    private static ConversationRequest request(String body) {
        return ConversationRequest.of(RequestForm.read(body.getBytes(UTF_8), null));
    }

    private static String withMessages(String messages) {
        return "<conversation><messages>" + messages + "</messages></conversation>";
    }

    private static Reason refusal(Runnable reading) {
        var refused = new Reason[1];
        assertThatThrownBy(reading::run)
                .isInstanceOfSatisfying(RejectedException.class, rejected -> refused[0] = rejected.reason());
        return refused[0];
    }
}
