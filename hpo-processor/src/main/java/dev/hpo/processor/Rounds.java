// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor;

import dev.hpo.processor.model.SpaceFile;
import dev.hpo.processor.read.Environment;
import dev.hpo.processor.read.Reading;
import dev.hpo.processor.read.SpaceReader;
import dev.hpo.processor.read.StrayRules;
import dev.hpo.processor.read.TuningTestRules;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/** The rounds of one compilation: what is read now, what waits for the next round, and what is wrong in the end. */
final class Rounds {

    private static final String SEARCH_SPACE = "dev.hpo.annotations.SearchSpace";

    private final Environment environment;
    private final ErrorReporter reporter;
    private final GeneratedFiles files;
    private final StrayRules strays;
    private final Set<String> deferred = new LinkedHashSet<>();
    private final Refusals refusals;
    private final Faults faults = new Faults();

    Rounds(ProcessingEnvironment processing) {
        this.environment = new Environment(processing);
        this.reporter = new ErrorReporter(processing.getMessager(), environment);
        this.files = new GeneratedFiles(environment, processing.getFiler(), reporter);
        this.refusals = new Refusals(environment, files);
        this.strays = new StrayRules(environment);
    }

    void process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        guarded(() -> run(known(annotations), round));
    }

    /** Leaves out what is misspelt: newer compilers name it here too, and break when asked for what carries it. */
    private static Set<TypeElement> known(Set<? extends TypeElement> annotations) {
        Set<TypeElement> known = new LinkedHashSet<>(annotations);
        known.removeIf(annotation -> annotation.getKind() != ElementKind.ANNOTATION_TYPE);
        return known;
    }

    private void run(Set<TypeElement> annotations, RoundEnvironment round) {
        environment.see(round.getRootElements());
        Set<TypeElement> waiting = waiting();
        Set<TypeElement> fresh = fresh(annotations, round);
        guarded(() -> reporter.print(strays.check(annotations, round, fresh)));
        guarded(() -> reporter.print(new TuningTestRules(environment).check(annotations, round)));
        List<Reading> readings = new ArrayList<>();
        environment.claimNames(fresh);
        SpaceReader reader = new SpaceReader(environment);
        waiting.forEach(type -> guarded(type, () -> readings.add(reader.read(type, false))));
        fresh.forEach(type -> guarded(type, () -> readings.add(reader.read(type, true))));
        List<Reading> good = new ArrayList<>();
        for (Reading reading : readings) {
            refusals.know(reading);
            if (reading.isCurable() && !round.processingOver()) {
                deferred.add(name(reading));
            } else {
                guarded(reading.type(), () -> judge(reading, good));
            }
        }
        leaveOut(good, refusals::addForParts);
        leaveOut(good, this::waitsForParts);
        good.forEach(reading -> guarded(reading.type(), () -> files.write(reading.type())));
        guarded(() -> refusals.write(deferred));
    }

    private void judge(Reading reading, List<Reading> good) {
        reporter.print(reading.faults());
        Optional<SpaceFile> file = reading.file();
        if (file.isEmpty()) {
            refusals.add(reading);
            return;
        }
        files.prepare(reading.type(), file.get())
                .ifPresentOrElse(obstacle -> refuse(reading.type(), obstacle), () -> good.add(reading));
    }

    private void refuse(TypeElement type, String error) {
        reporter.print(type, error);
        refusals.add(type, error);
    }

    private Set<TypeElement> waiting() {
        Set<TypeElement> types = new LinkedHashSet<>();
        deferred.forEach(name -> environment.type(name).ifPresent(types::add));
        deferred.clear();
        return types;
    }

    private static Set<TypeElement> fresh(Set<TypeElement> annotations, RoundEnvironment round) {
        Set<TypeElement> types = new LinkedHashSet<>();
        for (TypeElement annotation : annotations) {
            if (annotation.getQualifiedName().contentEquals(SEARCH_SPACE)) {
                for (Element element : round.getElementsAnnotatedWith(annotation)) {
                    types.add((TypeElement) element);
                }
            }
        }
        return types;
    }

    /** Lets a type wait if one that it contains waits: its code would name a class that is not there yet. Returns whether it is so. */
    private boolean waitsForParts(Reading reading) {
        return reading.references().stream().anyMatch(deferred::contains) && deferred.add(name(reading));
    }

    /** Leaves out what a rule says, which may say so of more when something has been left out. */
    private static void leaveOut(List<Reading> readings, Predicate<Reading> rule) {
        boolean changed = true;
        while (changed) {
            changed = readings.removeIf(rule);
        }
    }

    /** Turns a fault of the processor into an error of the compilation, so that the rest of it goes on. */
    private void guarded(TypeElement type, Runnable action) {
        try {
            action.run();
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            refuse(type, faults.text(environment.id(type).display(), e));
        }
    }

    private void guarded(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            reporter.print(faults.text("hpo", e));
        }
    }

    private static String name(Reading reading) {
        return reading.type().getQualifiedName().toString();
    }
}
