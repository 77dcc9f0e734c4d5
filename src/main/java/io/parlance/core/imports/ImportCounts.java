package io.parlance.core.imports;

/**
 * What became of the rows of a file.
 *
 * @param read all of them, so far
 * @param stored those that made a message, or a new version of one
 * @param unchanged those whose message was there already
 */
public record ImportCounts(long read, long stored, long unchanged, long refused) {
    static final ImportCounts NONE = new ImportCounts(0, 0, 0, 0);

    ImportCounts plus(ImportCounts more) {
        return new ImportCounts(
                read + more.read, stored + more.stored, unchanged + more.unchanged, refused + more.refused);
    }
}
