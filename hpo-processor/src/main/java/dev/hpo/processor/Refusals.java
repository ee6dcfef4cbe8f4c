// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor;

import dev.hpo.processor.model.Message;
import dev.hpo.processor.read.Environment;
import dev.hpo.processor.read.Fault;
import dev.hpo.processor.read.Reading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * The types that are refused. In place of its space, each gets a class that says why whenever it is used: not every compiler shows
 * an error where people see it, and one that goes on after errors would leave tests without any word of them.
 *
 * <p>The class says all that is wrong with its type and with what that contains. So it is written once all of this is known, and is the
 * same in whatever order the types are read.
 */
final class Refusals {

    /** Those that leave no name for a class. */
    private static final Set<Message> WITHOUT_CLASS = Set.of(Message.TYPE_NAME_TAKEN);

    private final Environment environment;
    private final GeneratedFiles files;
    private final Map<String, Set<String>> parts = new HashMap<>();
    private final Map<String, Refusal> refusals = new HashMap<>();
    private final List<Refusal> unwritten = new ArrayList<>();

    /** What is wrong with a type itself. */
    private record Refusal(TypeElement type, Set<Said> errors) {

        String name() {
            return Refusals.name(type);
        }
    }

    /** An error. Types of one name in two packages may have the same texts. */
    private record Said(String packageName, String text) {}

    Refusals(Environment environment, GeneratedFiles files) {
        this.environment = environment;
        this.files = files;
    }

    /** Takes note of what a type contains, be it refused or not. */
    void know(Reading reading) {
        parts.put(name(reading.type()), reading.references());
    }

    /** Refuses a type for what is wrong with it. */
    void add(Reading reading) {
        boolean hasClass = reading.faults().stream().map(Fault::message).noneMatch(WITHOUT_CLASS::contains);
        List<Said> errors = reading.faults().stream()
                .map(fault -> said(fault.place().element(), fault.text()))
                .toList();
        add(reading.type(), errors, hasClass);
    }

    /** Refuses a type for an error, beside those that it may have already. */
    void add(TypeElement type, String error) {
        add(type, List.of(said(type, error)), true);
    }

    /** Refuses a type if one that it contains is refused: its code would name a class that is no space. Returns whether it is so. */
    boolean addForParts(Reading reading) {
        boolean isRefused = reading.references().stream().anyMatch(refusals::containsKey);
        if (isRefused) {
            add(reading.type(), List.of(), true);
        }
        return isRefused;
    }

    private void add(TypeElement type, List<Said> errors, boolean hasClass) {
        Refusal known = refusals.get(name(type));
        Refusal refusal = known == null ? new Refusal(type, new LinkedHashSet<>()) : known;
        refusal.errors().addAll(errors);
        if (known == null) {
            refusals.put(refusal.name(), refusal);
            if (hasClass) {
                unwritten.add(refusal);
            }
        }
    }

    private Said said(Element element, String text) {
        return new Said(environment.packageName(element), text);
    }

    /**
     * Writes the classes of those types of which all is known.
     *
     * @param waiting the names of the types that wait for the next round
     */
    void write(Set<String> waiting) {
        unwritten.removeIf(refusal -> isWritten(refusal, waiting));
    }

    private boolean isWritten(Refusal refusal, Set<String> waiting) {
        Explanation explanation = new Explanation(waiting);
        explanation.tell(refusal);
        if (explanation.isWhole) {
            files.writeRefused(refusal.type(), explanation.texts());
        }
        return explanation.isWhole;
    }

    private static String name(TypeElement type) {
        return type.getQualifiedName().toString();
    }

    /** All that is wrong with a type: its own errors, then those of each part, in the order of the members, and each once. */
    private final class Explanation {

        private final Set<String> waiting;
        private final Set<Said> errors = new LinkedHashSet<>();
        private final Set<String> told = new HashSet<>();
        private final Set<String> around = new HashSet<>();
        private boolean isWhole = true;

        Explanation(Set<String> waiting) {
            this.waiting = waiting;
        }

        void tell(Refusal refusal) {
            told.add(refusal.name());
            around.add(refusal.name());
            errors.addAll(refusal.errors());
            for (String part : parts.getOrDefault(refusal.name(), Set.of())) {
                isWhole &= !waiting.contains(part);
                Refusal inner = refusals.get(part);
                // What a type contains of those around it is an error of its own, and has been told.
                if (inner != null && !around.contains(part)) {
                    String display = environment.id(refusal.type()).display();
                    errors.add(said(refusal.type(), Message.PART_REFUSED.text(display, part)));
                    if (!told.contains(part)) {
                        tell(inner);
                    }
                }
            }
            around.remove(refusal.name());
        }

        List<String> texts() {
            return errors.stream().map(Said::text).toList();
        }
    }
}
