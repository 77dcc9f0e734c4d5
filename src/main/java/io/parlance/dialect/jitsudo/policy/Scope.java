package io.parlance.dialect.jitsudo.policy;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says about its principal or its resource before its conditions.
 *
 * @param entityType null for any
 * @param entityId of {@code eq}, {@code in} and {@code is_in}. Where the last one names an entity of another type than
 *     {@code entityType}, the id is that entity in full, {@code Type::"id"}
 */
public record Scope(Type type, @Nullable String entityType, @Nullable String entityId) {
    public static final Scope ANY = new Scope(Type.ANY, null, null);

    private static final Pattern TYPE_NAME = Pattern.compile("[A-Za-z_]\\w*(::[A-Za-z_]\\w*)*");

    /** What is no name of a type is left to the engine: a pattern that knew it would need a stack for long ones. */
    private static final Pattern ENTITY = Pattern.compile("([\\w:]+)::\"(.*)\"", Pattern.DOTALL);

    /** The documented five forms. */
    public enum Type {
        ANY,
        EQ,
        IN,
        IS,
        IS_IN;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** An entity as policies name it. */
    record Entity(String type, String id) {
        String text() {
            return type + "::" + CedarString.quote(id);
        }
    }

    public static boolean isTypeName(String text) {
        return TYPE_NAME.matcher(text).matches();
    }

    /** The entity of {@code eq}, {@code in} or {@code is_in}. */
    Entity entity() {
        var wanted = String.valueOf(entityId);
        var full = type == Type.IS_IN ? ENTITY.matcher(wanted) : null;
        return full != null && full.matches()
                ? new Entity(full.group(1), CedarString.unquote(full.group(2)))
                : new Entity(String.valueOf(entityType), wanted);
    }

    /** One that names a type and an entity, which may be of another type. */
    static Scope isIn(String type, Entity entity) {
        boolean plain =
                entity.type().equals(type) && !ENTITY.matcher(entity.id()).matches();
        return new Scope(Type.IS_IN, type, plain ? entity.id() : entity.text());
    }

    /** Writes it as policies do, behind the name of the variable. */
    String text(String variable) {
        return switch (type) {
            case ANY -> variable;
            case EQ -> variable + " == " + entity().text();
            case IN -> variable + " in " + entity().text();
            case IS -> variable + " is " + entityType;
            case IS_IN -> variable + " is " + entityType + " in " + entity().text();
        };
    }
}
