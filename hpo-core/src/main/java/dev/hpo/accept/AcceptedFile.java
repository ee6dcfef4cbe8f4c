// SPDX-License-Identifier: Apache-2.0
package dev.hpo.accept;

import dev.hpo.accept.AcceptedException.Fault;
import dev.hpo.space.Configuration;
import dev.hpo.space.Space;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The file of an accepted configuration: a {@code .properties} file among the resources of a program, which reads it by {@code Space.load} or {@code Space.loadResource}.
 *
 * @param path where it is
 * @param name what errors call it, such as its place in the module
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record AcceptedFile(Path path, String name) {

    /** No accepted configuration is so large, in bytes; what is, is something else. */
    private static final int MOST = 1 << 20;

    /**
     * Returns the text of the file; empty if there is none. What is not UTF-8 in it is shown as question marks.
     *
     * @throws AcceptedException if it cannot be read, or has more than 1 MB
     */
    public Optional<String> text() {
        try {
            return Optional.of(new String(bytes(), StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw unreachable("readable", e);
        }
    }

    private byte[] bytes() throws IOException {
        try (InputStream file = Files.newInputStream(path)) {
            byte[] bytes = file.readNBytes(MOST + 1);
            if (bytes.length > MOST) {
                throw new AcceptedException(
                        Fault.DAMAGED,
                        name
                                + " must be what was accepted, but has more than 1 MB; restore the file, or name another in @Accepted");
            }
            return bytes;
        }
    }

    /**
     * Reads the file.
     *
     * @param space the present space, which may have changed since, as long as it admits the configuration
     * @throws AcceptedException if there is none, if it is not in the space, or has no evidence of its own
     */
    public AcceptedConfiguration read(Space<?> space) {
        return AcceptedText.read(space, strictText(), name);
    }

    private String strictText() {
        try {
            return decoded(bytes());
        } catch (NoSuchFileException e) {
            throw new AcceptedException(
                    Fault.MISSING, name + " must be there to be run again; accept a result to have it", e);
        } catch (CharacterCodingException e) {
            throw new AcceptedException(Fault.DAMAGED, name + " must be in UTF-8; save it so, or accept anew", e);
        } catch (IOException e) {
            throw unreachable("readable", e);
        }
    }

    private static String decoded(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    /**
     * Writes a configuration with its evidence in the place of what was there, in one step: nobody reads half of it. Comments at the head of the file stay there, as those of a
     * licence. Nothing is written if the file has the same already, be it that it was accepted on another day: its re-tests are those of the same then.
     *
     * @return what has changed
     * @throws AcceptedException if it cannot be written, or if what is there is of another test or no configuration; that is there still
     */
    public Change write(Space<?> space, Configuration configuration, Evidence evidence) {
        String text = AcceptedText.of(space, configuration, evidence);
        Optional<OldFile> old = own(space, evidence.origin().search().study());
        if (old.isPresent() && old.get().isOf(space, configuration, evidence)) {
            return new Change(old.get().text(), old.get().text());
        }
        String now = old.map(before -> before.lines().head()).orElse("") + text;
        try {
            FileReplacement.write(path, now);
        } catch (IOException e) {
            throw unreachable("writable", e);
        }
        return new Change(old.map(OldFile::text).orElse(""), now);
    }

    /**
     * Checks that {@link #write} may replace what is there, for whoever asks before what is to be written is searched, which takes its time.
     *
     * @param space the search space of what is to be written
     * @param study the study that searches
     * @throws AcceptedException if what is there is of another test or no configuration, or cannot be read, or if there is no place for it
     */
    public void requireOwn(Space<?> space, String study) {
        own(space, study);
    }

    private Optional<OldFile> own(Space<?> space, String study) {
        Path above = path.toAbsolutePath().getParent();
        while (above != null && !Files.exists(above)) {
            above = above.getParent();
        }
        if (above == null || !Files.isDirectory(above)) {
            throw new AcceptedException(
                    Fault.UNREACHABLE, name + " must be writable: what should be its folder is a file");
        }
        Optional<OldFile> old = before().map(before -> OldFile.of(before, name));
        old.ifPresent(before -> before.requireOwn(space, study));
        return old;
    }

    /** Returns what is there, in the encoding that {@code .properties} files once had if it is not in UTF-8. */
    private Optional<String> before() {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try {
            FileReplacement.requireFile(path);
        } catch (IOException e) {
            throw unreachable("writable", e);
        }
        try {
            byte[] bytes = bytes();
            try {
                return Optional.of(decoded(bytes));
            } catch (CharacterCodingException e) {
                return Optional.of(new String(bytes, StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            throw unreachable("readable", e);
        }
    }

    private AcceptedException unreachable(String what, IOException cause) {
        Optional<String> reason = cause instanceof FileSystemException fault
                ? Optional.ofNullable(fault.getReason())
                : Optional.ofNullable(cause.getMessage());
        return new AcceptedException(
                Fault.UNREACHABLE,
                name + " must be " + what + ": "
                        + reason.orElse(cause.getClass().getSimpleName()),
                cause);
    }

    /**
     * What writing a file has changed.
     *
     * @param before the text that was there; empty if there was none
     * @param now the text that is there
     */
    @API(status = Status.EXPERIMENTAL, since = "0.1")
    public record Change(String before, String now) {

        /** Returns whether anything was written. */
        public boolean isAny() {
            return !before.equals(now);
        }

        /** Returns the lines of the values that are other, as {@link AcceptedDiff} has them. */
        public List<String> lines() {
            return AcceptedDiff.lines(before, now);
        }
    }
}
