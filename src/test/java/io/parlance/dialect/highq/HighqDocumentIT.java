package io.parlance.dialect.highq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parlance.it.DocumentedDialect;
import io.parlance.it.Http;
import io.parlance.it.TestServer;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HighqDocumentIT implements DocumentedDialect {
    private final OAuthClient client =
            OAuthClient.create("{\"highq.allowDenyScreen\":\"false\",\"highq.createdStatus\":\"201\"}");
    private final String userId = client.person().path("id").asText();
    private final String token = client.tenant().userToken(userId, "bearer");

    @Override
    public String dialect() {
        return HighqDialect.NAME;
    }

    @Override
    public Map<String, String> credential() {
        return Map.of("Authorization", "Bearer " + token);
    }

    @Override
    public Map<String, String> own() {
        var second = HighqTenant.person(client.tenant(), "second");
        var third = HighqTenant.person(client.tenant(), "third");
        long file = UploadRequests.id(
                UploadRequests.upload(token, "agreement.txt", "Agreed.").send());
        var own = new HashMap<String, String>();
        own.put("http://server-4200", TestServer.baseUri().toString());
        own.put("4200002", String.valueOf(second.number()));
        own.put("4200003", String.valueOf(third.number()));
        own.put("4200043", String.valueOf(conversation(second)));
        own.put("4200101", String.valueOf(file));
        own.put("client-4200", client.id());
        own.put("secret-4200", client.secret());
        own.put("code-4200", client.code());
        own.put("refresh-4200", OAuthClient.refreshToken(client.redeem(client.code())));
        own.put("incident-4200", incident());
        own.put("{expired token}", expiredToken());
        letActAsServiceUser();
        return own;
    }

    private static String incident() {
        return Http.get("/api/4/conversations")
                .header("Accept", HighqTenant.JSON)
                .send()
                .json()
                .path("link")
                .asText()
                .replaceFirst(".*/", "");
    }

    private long conversation(HighqTenant.Person recipient) {
        return Http.post(HighqTenant.PATH)
                .bearer(token)
                .header("Accept", HighqTenant.JSON)
                .xml(HighqTenant.xmlBody(HighqTenant.user(recipient.number()), HighqTenant.message("Hello")))
                .send()
                .json()
                .path("conversationid")
                .asLong();
    }

    private String expiredToken() {
        var path = client.tenant().path("/users/" + userId + "/tokens");
        var expired = client.tenant()
                .admin()
                .create(path, "{\"kind\":\"bearer\",\"ttlSeconds\":1}")
                .path("token")
                .asText();
        await().untilAsserted(() -> assertThat(client.use(expired).status()).isEqualTo(403));
        return expired;
    }

    private void letActAsServiceUser() {
        client.tenant()
                .admin()
                .call(
                        "PATCH",
                        client.tenant().path("/applications/" + client.application()),
                        "{\"settings\":{\"highq.serviceUser\":%d}}"
                                .formatted(client.person().path("number").asLong()));
    }

    @Test
    void hasItsXmlSchemaBesideIt() {
        var answer = Http.get("/docs/openapi/highq.xsd").send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.mediaType()).isEqualTo("application/xml");
        assertThat(answer.body()).contains("<xs:schema ");
        assertThat(Http.get("/docs/openapi/mews.xsd").send().status()).isEqualTo(404);
    }
}
