// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor;

import dev.hpo.processor.model.Message;
import dev.hpo.processor.model.SpaceFile;
import dev.hpo.processor.model.TypeId;
import dev.hpo.processor.read.Environment;
import dev.hpo.processor.read.Reading;
import dev.hpo.processor.read.SpaceReader;
import dev.hpo.processor.write.SpaceWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** The rounds of one compilation: what is read now, what waits for the next round, and what is wrong in the end. */
final class Rounds {

    private static final String SEARCH_SPACE = "dev.hpo.annotations.SearchSpace";
    private static final int TRACE_LINES = 3;

    private final Environment environment;
    private final ErrorReporter reporter;
    private final Filer filer;
    private final Set<String> deferred = new LinkedHashSet<>();
    private final Set<String> failed = new HashSet<>();

    Rounds(ProcessingEnvironment processing) {
        this.environment = new Environment(processing);
        this.reporter = new ErrorReporter(processing.getMessager());
        this.filer = processing.getFiler();
    }

    void process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        List<Reading> readings = new ArrayList<>();
        SpaceReader reader = new SpaceReader(environment);
        for (TypeElement type : types(annotations, round)) {
            guarded(type, () -> readings.add(reader.read(type)));
        }
        List<Reading> good = new ArrayList<>();
        for (Reading reading : readings) {
            if (reading.isCurable() && !round.processingOver()) {
                deferred.add(name(reading));
            } else if (reading.file().isPresent()) {
                good.add(reading);
            } else {
                failed.add(name(reading));
                reporter.print(reading.faults());
            }
        }
        withoutFailed(good).forEach(reading -> guarded(reading.type(), () -> write(reading)));
    }

    /** Returns the types that waited for this round and those that are new in it. */
    private Set<TypeElement> types(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        Set<TypeElement> types = new LinkedHashSet<>();
        deferred.forEach(name -> environment.type(name).ifPresent(types::add));
        deferred.clear();
        for (TypeElement annotation : annotations) {
            if (annotation.getQualifiedName().contentEquals(SEARCH_SPACE)) {
                for (Element element : round.getElementsAnnotatedWith(annotation)) {
                    types.add((TypeElement) element);
                }
            }
        }
        return types;
    }

    /** Leaves out what contains a type that failed: its code would name a class that is not there. */
    private List<Reading> withoutFailed(List<Reading> readings) {
        List<Reading> kept = new ArrayList<>(readings);
        while (kept.removeIf(reading -> {
            boolean spoilt = reading.references().stream().anyMatch(failed::contains);
            return spoilt && failed.add(name(reading));
        })) {
            // One more type that failed may spoil others.
        }
        return kept;
    }

    private void write(Reading reading) {
        Optional<SpaceFile> file = reading.file();
        if (file.isEmpty()) {
            return;
        }
        TypeId type = file.get().space().type();
        String source = SpaceWriter.source(file.get());
        try (Writer writer = filer.createSourceFile(type.qualifiedSpaceName(), reading.type())
                .openWriter()) {
            writer.write(source);
        } catch (IOException e) {
            reporter.print(
                    reading.type(),
                    Message.NOT_WRITTEN,
                    type.display(),
                    type.qualifiedSpaceName(),
                    String.valueOf(e.getMessage()));
        }
    }

    /** Turns a fault of the processor into an error of the compilation, so that the rest of it goes on. */
    private void guarded(TypeElement type, Runnable action) {
        try {
            action.run();
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            failed.add(type.getQualifiedName().toString());
            StringBuilder trace = new StringBuilder(e.toString());
            for (StackTraceElement line :
                    List.of(e.getStackTrace()).subList(0, Math.min(TRACE_LINES, e.getStackTrace().length))) {
                trace.append(" at ").append(line);
            }
            reporter.print(
                    type,
                    Message.INTERNAL,
                    environment.id(type).display(),
                    e.getClass().getSimpleName(),
                    trace);
        }
    }

    private static String name(Reading reading) {
        return reading.type().getQualifiedName().toString();
    }
}
