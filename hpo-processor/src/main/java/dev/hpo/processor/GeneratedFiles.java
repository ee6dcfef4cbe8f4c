// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor;

import dev.hpo.processor.model.Message;
import dev.hpo.processor.model.SpaceFile;
import dev.hpo.processor.model.TypeId;
import dev.hpo.processor.read.Environment;
import dev.hpo.processor.write.HiddenTypeException;
import dev.hpo.processor.write.RefusedSource;
import dev.hpo.processor.write.SpaceWriter;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import javax.annotation.processing.Filer;
import javax.lang.model.element.TypeElement;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/** Writes the files of search spaces, and says why one cannot be. */
final class GeneratedFiles {

    private static final String ENDING = ".class";

    /** The most bytes that the usual file systems take for a name. */
    private static final int LONGEST_NAME = 255;

    private final Environment environment;
    private final Filer filer;
    private final ErrorReporter reporter;
    private final Map<TypeElement, Prepared> prepared = new HashMap<>();

    /** What waits for being written. */
    private record Prepared(TypeId type, String source) {}

    GeneratedFiles(Environment environment, Filer filer, ErrorReporter reporter) {
        this.environment = environment;
        this.filer = filer;
        this.reporter = reporter;
    }

    /**
     * Makes a source. Returns why it cannot be written or then compiled, if so: the compiler would not say at the type that its class
     * files cannot have their names.
     */
    Optional<String> prepare(TypeElement type, SpaceFile file) {
        TypeId id = file.space().type();
        try {
            String source = SpaceWriter.source(file, isTypeBeside(id));
            prepared.put(type, new Prepared(id, source));
        } catch (HiddenTypeException e) {
            return Optional.of(Message.TYPE_HIDDEN.text(id.display(), id.spaceName(), e.type(), e.hiding()));
        }
        return SpaceWriter.classNames(file).stream()
                .flatMap(name -> obstacle(id, name + ENDING).stream())
                .findFirst();
    }

    private Predicate<String> isTypeBeside(TypeId id) {
        return name -> environment.hasType(id.packageName(), name);
    }

    private Optional<String> obstacle(TypeId id, String name) {
        int length = name.getBytes(StandardCharsets.UTF_8).length;
        if (length > LONGEST_NAME) {
            return Optional.of(Message.FILE_NAME_LONG.text(id.display(), name, length));
        }
        if (length > name.length() && !isEncodable(id.packageName(), name)) {
            return Optional.of(Message.FILE_NAME_CODE.text(id.display(), name, FileNames.encoding()));
        }
        return Optional.empty();
    }

    /** Asks the compiler, whose files may be in memory or elsewhere, for a file that need not be there. */
    private boolean isEncodable(String packageName, String name) {
        try {
            FileObject file = filer.getResource(StandardLocation.CLASS_OUTPUT, packageName, name);
            return !"file".equals(file.toUri().getScheme()) || FileNames.canHave(name);
        } catch (InvalidPathException e) {
            return false;
        } catch (FileNotFoundException | NoSuchFileException | IllegalArgumentException e) {
            // So Eclipse's compiler says of every file that is not there, and where class files are not written at all.
            return FileNames.canHave(name);
        } catch (IOException e) {
            return false;
        }
    }

    /** Writes the file that was prepared for a type. */
    void write(TypeElement type) {
        Prepared file = Objects.requireNonNull(prepared.remove(type), "a file that was prepared");
        String name = file.type().qualifiedSpaceName();
        try (Writer writer = filer.createSourceFile(name, type).openWriter()) {
            writer.write(file.source());
        } catch (IOException | InvalidPathException e) {
            reporter.print(type, Message.NOT_WRITTEN, file.type().display(), name, String.valueOf(e.getMessage()));
        }
    }

    /**
     * Writes the file that stands for the space of a refused type, if there can be one.
     *
     * @param errors what is wrong, which has been reported: if there is no file, only its echo is lost
     */
    void writeRefused(TypeElement type, List<String> errors) {
        TypeId id = environment.id(type);
        if (obstacle(id, id.spaceName() + ENDING).isPresent()) {
            return;
        }
        Optional<String> source = RefusedSource.source(id, Environment.isPublic(type), errors, isTypeBeside(id));
        if (source.isEmpty()) {
            return;
        }
        try (Writer writer =
                filer.createSourceFile(id.qualifiedSpaceName(), type).openWriter()) {
            writer.write(source.get());
        } catch (IOException | RuntimeException e) {
            reporter.note(
                    Message.NOT_WRITTEN.text(id.display(), id.qualifiedSpaceName(), String.valueOf(e.getMessage())));
        }
    }
}
