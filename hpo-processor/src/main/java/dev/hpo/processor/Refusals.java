// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor;

import dev.hpo.processor.model.Message;
import dev.hpo.processor.read.Environment;
import dev.hpo.processor.read.Fault;
import dev.hpo.processor.read.Reading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.TypeElement;

/**
 * The types that are refused. In place of its space, each gets a class that says why whenever it is used: not every compiler shows
 * an error where people see it, and one that goes on after errors would leave tests without any word of them.
 */
final class Refusals {

    /** Those that leave no name for a class. */
    private static final Set<Message> WITHOUT_CLASS = Set.of(Message.TYPE_NAME_TAKEN);

    private final Environment environment;
    private final GeneratedFiles files;
    private final Map<String, List<String>> errors = new HashMap<>();

    Refusals(Environment environment, GeneratedFiles files) {
        this.environment = environment;
        this.files = files;
    }

    /** Refuses a type for what is wrong with it. */
    void add(Reading reading) {
        List<String> texts = reading.faults().stream().map(Fault::text).toList();
        boolean isPossible = reading.faults().stream().map(Fault::message).noneMatch(WITHOUT_CLASS::contains);
        add(reading.type(), texts, isPossible);
    }

    /** Refuses a type for a single error. */
    void add(TypeElement type, String error) {
        add(type, List.of(error), true);
    }

    /** Refuses a type if one that it contains is refused: its code would name a class that is not there. Returns whether it is so. */
    boolean addForParts(Reading reading) {
        List<String> texts = new ArrayList<>();
        for (String reference : reading.references()) {
            List<String> reasons = errors.get(reference);
            if (reasons != null) {
                texts.add(part(reading, reference));
                texts.addAll(reasons);
            }
        }
        if (!texts.isEmpty()) {
            add(reading.type(), texts, true);
        }
        return !texts.isEmpty();
    }

    private String part(Reading reading, String part) {
        return Message.PART_REFUSED.text(environment.id(reading.type()).display(), part);
    }

    private void add(TypeElement type, List<String> texts, boolean isPossible) {
        boolean isNew = errors.putIfAbsent(type.getQualifiedName().toString(), texts) == null;
        if (isNew && isPossible) {
            files.writeRefused(type, texts);
        }
    }
}
