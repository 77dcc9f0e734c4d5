package io.parlance.core.dialect;

import io.parlance.core.access.Presented;
import io.parlance.core.config.ConfigKey;
import java.net.URL;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A public message API this server speaks. Each dialect package has one bean of this type; the rest of the product finds it
 * by type and knows nothing else of it.
 */
public interface Dialect {
    /** Lower-case word, as in {@code message.dialect} and in the admin API. */
    String name();

    /** Whether the path (from the context root, starting with a slash) belongs to this dialect, known operation or not. */
    boolean serves(String path);

    /** A path of one of its applications, to which a refusal made outside JAX-RS goes to be worded. */
    String home();

    /** Finds the credential in the headers; {@link Presented.None} where there is none, or where it is in the body. */
    Presented credential(Headers headers);

    /**
     * Whether the operation takes files: its bodies may be larger and slower than others, and are kept in a temporary file
     * until the answer is complete. Only callers known by their headers may send them.
     */
    default boolean takesFiles(String method, String path) {
        return false;
    }

    /** The switches this dialect reads from an application's {@code settings}. */
    default List<Setting> settings() {
        return List.of();
    }

    /** The installation's settings that only this dialect reads; usually the values of an enum. */
    default List<ConfigKey> configKeys() {
        return List.of();
    }

    /** The OpenAPI document of exactly this dialect: {@code openapi.yaml} beside its class, if there is one. */
    default Optional<URL> openApi() {
        return Optional.ofNullable(getClass().getResource("openapi.yaml"));
    }

    /** The schema of this dialect's XML: {@code schema.xsd} beside its class, if it has XML. */
    default Optional<URL> xmlSchema() {
        return Optional.ofNullable(getClass().getResource("schema.xsd"));
    }

    /** The kinds of files an operator may import. */
    default List<ImportType> importTypes() {
        return List.of();
    }

    /** Class path locations of the dialect's own migrations. */
    default List<String> migrations() {
        return List.of();
    }

    /** Status of a thread that an operator makes for this dialect. */
    default String initialStatus() {
        return "open";
    }

    /** What the author of a reply is called that an operator writes through the admin API; null refuses such replies. */
    default @Nullable String staffAuthorType() {
        return "staff";
    }

    /** Work that is due now and then; called every few seconds on every node, so several may do it at once. */
    default void tend() {}

    /** Provisions the demo tenant and answers a curl that works there; called once per start, so it must be repeatable. */
    String provisionDemo(DemoTenant demo);
}
