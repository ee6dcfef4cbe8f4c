// SPDX-License-Identifier: Apache-2.0
package dev.hpo.accept;

import dev.hpo.accept.AcceptedException.Fault;
import dev.hpo.space.Configuration;
import dev.hpo.space.Space;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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

    /** Returns the text of the file; empty if there is none. What is not UTF-8 in it is shown as question marks. */
    public Optional<String> text() {
        try {
            return Optional.of(new String(Files.readAllBytes(path), StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw unreachable("readable", e);
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
            return Files.readString(path);
        } catch (NoSuchFileException e) {
            throw new AcceptedException(
                    Fault.MISSING, name + " must be there to be run again; accept a result to have it", e);
        } catch (CharacterCodingException e) {
            throw new AcceptedException(Fault.DAMAGED, name + " must be in UTF-8; save it so, or accept anew", e);
        } catch (IOException e) {
            throw unreachable("readable", e);
        }
    }

    /**
     * Writes a configuration with its evidence in the place of what was there, in one step: nobody reads half of it.
     *
     * @throws AcceptedException if it cannot be written; what was there is there still
     */
    public void write(Space<?> space, Configuration configuration, Evidence evidence) {
        String text = AcceptedText.of(space, configuration, evidence);
        Path target = path.toAbsolutePath();
        // A name of its own, in case that two processes write the same file at once.
        Path part = target.resolveSibling(
                target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            Files.createDirectories(target.resolveSibling(""));
            try {
                Files.writeString(part, text);
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw unreachable("writable", e);
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
}
