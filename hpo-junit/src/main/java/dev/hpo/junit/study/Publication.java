// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.study;

import dev.hpo.junit.launch.Console;
import dev.hpo.report.StudyView;
import dev.hpo.report.Verdict;
import dev.hpo.retest.RetestVerdict;
import dev.hpo.space.Configuration;
import dev.hpo.space.Space;
import dev.hpo.space.VisibleText;
import dev.hpo.trial.PathMask;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.function.ThrowingConsumer;

/**
 * Tells whoever listens to JUnit what a study has found: as a report entry of its test, and by files that are attached to it where JUnit can, from 5.12 on, and somebody collects them. Whether
 * anything of that is shown is up to the listener; Surefire shows nothing.
 */
final class Publication {

    /** Under either of these a launch has one folder that is known; else JUnit would make a new one each time. */
    private static final List<String> COLLECTING =
            List.of("junit.platform.reporting.open.xml.enabled", "junit.platform.reporting.output.dir");

    private static final Map<String, String> TYPES =
            Map.of(".html", "text/html;charset=UTF-8", ".md", "text/markdown;charset=UTF-8");

    private static final String PLAIN = "text/plain;charset=UTF-8";

    private final ExtensionContext context;
    private final String test;
    private final PathMask mask;

    /**
     * Creates a publication.
     *
     * @param context the test template
     * @param test what people call the test
     * @param mask what others are not to read
     */
    Publication(ExtensionContext context, String test, PathMask mask) {
        this.context = context;
        this.test = test;
        this.mask = mask;
    }

    /** Publishes what a study has found. */
    void publish(StudyView view, List<Path> files) {
        context.publishReportEntry(entry(view));
        if (isCollected()) {
            files.forEach(this::attach);
        }
    }

    /**
     * Publishes what a re-test has found.
     *
     * @param study the name of the study
     * @param file the file with its summary; empty if it could not be written
     */
    void publish(RetestVerdict verdict, String study, String metric, Optional<Path> file) {
        Map<String, String> entry = new LinkedHashMap<>();
        put(entry, "study", study);
        put(entry, "metric", metric);
        put(entry, "re-test", verdict.outcome().name().toLowerCase(Locale.ROOT));
        put(entry, "value then", String.valueOf(verdict.baseline().value().mean()));
        verdict.now().ifPresent(now -> put(entry, "value now", String.valueOf(now.mean())));
        put(entry, "runs", String.valueOf(verdict.runs()));
        put(entry, "failed runs", String.valueOf(verdict.failures()));
        context.publishReportEntry(entry);
        if (isCollected()) {
            file.ifPresent(this::attach);
        }
    }

    private Map<String, String> entry(StudyView view) {
        Map<String, String> entry = new LinkedHashMap<>();
        put(entry, "study", view.facts().study() + ", run " + view.run().number());
        put(entry, "metric", view.run().metric());
        view.best().ifPresent(best -> {
            put(entry, "best value", String.valueOf(view.bestValue().orElseThrow()));
            put(entry, "best trial", String.valueOf(best.number()));
            put(entry, "configuration", text(view.space(), best.configuration()));
        });
        put(entry, "trials", Verdict.trials(view));
        view.run().end().ifPresent(end -> put(entry, "ended", mask.of(end.reason())));
        return entry;
    }

    /** JUnit refuses blank values, and XML two characters that are no control codes. */
    private static void put(Map<String, String> entry, String key, String value) {
        if (!value.isBlank()) {
            entry.put(key, VisibleText.of(value).replaceAll("[\uFFFE\uFFFF]", "?"));
        }
    }

    private static String text(Space<?> space, Configuration configuration) {
        return space.parameters().stream()
                .filter(configuration::contains)
                .map(parameter -> parameter.name() + "=" + parameter.domain().text(configuration.raw(parameter)))
                .collect(Collectors.joining(", "));
    }

    private boolean isCollected() {
        return COLLECTING.stream().anyMatch(key -> context.getConfigurationParameter(key)
                .filter(value -> !value.equals("false"))
                .isPresent());
    }

    /** Attaches a file. The method is not there where this is compiled, and its type of media has moved since. */
    private void attach(Path file) {
        Optional<Method> publishing = Arrays.stream(ExtensionContext.class.getMethods())
                .filter(method -> method.getName().equals("publishFile") && method.getParameterCount() == 3)
                .filter(method -> method.getParameterTypes()[1].getSimpleName().equals("MediaType"))
                .findFirst();
        if (publishing.isEmpty()) {
            return;
        }
        String name = String.valueOf(file.getFileName());
        try {
            Object type = publishing
                    .get()
                    .getParameterTypes()[1]
                    .getMethod("parse", String.class)
                    .invoke(null, type(name));
            ThrowingConsumer<Path> content = target -> copy(file, target);
            publishing.get().invoke(context, name, type, content);
        } catch (InvocationTargetException e) {
            complain(name, FaultText.ofRoot(e));
        } catch (ReflectiveOperationException e) {
            complain(name, e.toString());
        }
    }

    /** The folder has the same name in each build, and those of before. Summaries for the console have the folders of this machine. */
    private void copy(Path file, Path target) throws IOException {
        if (file.endsWith(StudyFiles.SUMMARY) || file.endsWith(StudyFiles.RETEST)) {
            Files.writeString(target, mask.of(Files.readString(file)));
        } else {
            Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String type(String name) {
        return TYPES.entrySet().stream()
                .filter(type -> name.endsWith(type.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(PLAIN);
    }

    private void complain(String name, String reason) {
        Console.print("hpo: " + test + ": " + name + " is not attached to the test, since "
                + VisibleText.of(mask.of(reason)));
    }
}
