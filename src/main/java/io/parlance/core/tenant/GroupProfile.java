package io.parlance.core.tenant;

/**
 * A group with what only a dialect says about it. It is looked up by whoever asks for it, and not remembered with the groups
 * that messages name.
 *
 * @param number small integer, unique in the installation, larger for younger groups
 * @param attributes JSON object, as text
 */
public record GroupProfile(Group group, long number, String attributes) {
    static final String NO_ATTRIBUTES = "{}";
}
