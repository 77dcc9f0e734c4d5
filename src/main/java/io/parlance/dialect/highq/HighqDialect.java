package io.parlance.dialect.highq;

import io.parlance.core.access.CredentialKind;
import io.parlance.core.access.Credentials;
import io.parlance.core.access.NewCredential;
import io.parlance.core.access.Presented;
import io.parlance.core.access.Secret;
import io.parlance.core.dialect.DemoTenant;
import io.parlance.core.dialect.Dialect;
import io.parlance.core.dialect.Headers;
import io.parlance.core.dialect.Setting;
import io.parlance.core.message.Attachment;
import io.parlance.core.message.Attachments;
import io.parlance.core.message.FileFacts;
import io.parlance.core.tenant.User;
import io.parlance.rest.Paths;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** HighQ as the rest of the product sees it. */
@ApplicationScoped
public class HighqDialect implements Dialect {
    static final String NAME = "highq";
    static final String API = "/api";
    static final String OAUTH = API + "/oauth2";
    static final String AUTHORIZE = "/authorize.action";

    /** The first part of the paths of versions from 4 on, which are alike. */
    static final String VERSION = "{version:0*(?:[4-9]|[1-9][0-9]+)}";

    private static final Pattern ATTACHMENTS = Pattern.compile(API + "/[0-9]+/attachments/?");
    private static final Pattern VERSIONED = Pattern.compile(API + "/([0-9]+)(?:/|\\z)");

    private static final Set<CredentialKind> TOKENS = Set.of(CredentialKind.USER_BEARER, CredentialKind.PERSON_TOKEN);

    @Inject
    Credentials credentials;

    @Inject
    Attachments attachments;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean serves(String path) {
        return VERSIONED.matcher(path).lookingAt() || Paths.isAt(path, OAUTH) || Paths.isAt(path, AUTHORIZE);
    }

    /** The version that a path of this dialect names. */
    static String version(String path) {
        var matcher = VERSIONED.matcher(path);
        return matcher.lookingAt() ? matcher.group(1) : "4";
    }

    @Override
    public String home() {
        return API + "/4/";
    }

    @Override
    public Presented credential(Headers headers) {
        return headers.personToken(TOKENS);
    }

    @Override
    public boolean takesFiles(String method, String path) {
        return method.equals("POST") && ATTACHMENTS.matcher(path).matches();
    }

    @Override
    public List<Setting> settings() {
        return Stream.concat(
                        Stream.of(Setting.oneOf(ConversationsResource.CREATED_STATUS, "201", "200")),
                        OAuthSettings.ALL.stream())
                .toList();
    }

    /** None: every message of a conversation has one of its people as author. */
    @Override
    public @Nullable String staffAuthorType() {
        return null;
    }

    @Override
    public String provisionDemo(DemoTenant demo) {
        var sender = demo.users().get(0);
        var token = Secret.wellKnown(CredentialKind.USER_BEARER, "demo highq");
        credentials.ensure(demo.id(), NewCredential.ofUser(CredentialKind.USER_BEARER, sender.id(), null), token);
        return """
                curl %s/api/4/conversations/ -H 'Content-Type: application/xml' \\
                  -H 'Authorization: Bearer %s' \\
                  -d '<conversation><recipients><users><user><userid>%d</userid></user></users></recipients>
                  <messages><message><html><![CDATA[<p>Please see the files.</p>]]></html><attachments>%s
                  </attachments></message></messages></conversation>'"""
                .formatted(demo.base(), token, demo.users().get(1).number(), attachmentElements(sender));
    }

    private String attachmentElements(User owner) {
        var elements = new StringBuilder();
        for (var attachment : ensureAttachments(owner)) {
            elements.append("<attachment><id>").append(attachment.number()).append("</id></attachment>");
        }
        return elements.toString();
    }

    private Attachment ensureAttachment(User owner, String name) {
        var content = name.getBytes(StandardCharsets.UTF_8);
        var file =
                new FileFacts(name, "text/plain", content.length, HexFormat.of().formatHex(Secret.sha256(name)));
        return attachments.store(owner.tenantId(), owner.id(), file, new ByteArrayInputStream(content));
    }

    private List<Attachment> ensureAttachments(User owner) {
        var owned = attachments.listOwned(owner.tenantId(), owner.id());
        return owned.isEmpty()
                ? Stream.of("agreement.txt", "schedule.txt")
                        .map(name -> ensureAttachment(owner, name))
                        .toList()
                : owned.subList(0, Math.min(2, owned.size()));
    }
}
