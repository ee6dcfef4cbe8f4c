// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor;

import dev.hpo.processor.model.Message;
import dev.hpo.processor.read.Fault;
import dev.hpo.processor.read.Place;
import java.util.HashSet;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;

/** Prints errors through the compiler, each once. */
final class ErrorReporter {

    private final Messager messager;
    private final Set<String> printed = new HashSet<>();

    ErrorReporter(Messager messager) {
        this.messager = messager;
    }

    /** Prints faults at the very values they are about. */
    void print(Iterable<Fault> faults) {
        for (Fault fault : faults) {
            Place place = fault.place();
            print(fault.text(), place);
        }
    }

    /** Prints an error at a declaration. */
    void print(Element element, Message message, Object... arguments) {
        print(message.text(arguments), new Place(element, null, null));
    }

    private void print(String text, Place place) {
        if (printed.add(text)) {
            messager.printMessage(Diagnostic.Kind.ERROR, text, place.element(), place.mirror(), place.value());
        }
    }
}
