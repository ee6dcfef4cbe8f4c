// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor;

import dev.hpo.processor.model.Message;
import dev.hpo.processor.read.Environment;
import dev.hpo.processor.read.Fault;
import dev.hpo.processor.read.Place;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;

/** Prints errors through the compiler, each once. */
final class ErrorReporter {

    private final Messager messager;
    private final Environment environment;
    private final Set<Printed> printed = new HashSet<>();

    /**
     * An error at a declaration, if it is at one. Types of one name in two packages may have the same texts, and so may methods of one
     * name; the element itself will not do, since javac makes new ones in each round.
     */
    private record Printed(String declaration, String text) {

        /** Returns an error at a declaration, by what it is called and what it is in. */
        static Printed at(Element element, String text) {
            StringBuilder path = new StringBuilder();
            for (Element e = element; e != null; e = e.getEnclosingElement()) {
                path.append(e.getKind()).append(' ').append(e).append(", ");
            }
            return new Printed(path.toString(), text);
        }
    }

    ErrorReporter(Messager messager, Environment environment) {
        this.messager = messager;
        this.environment = environment;
    }

    /** Prints faults at the very values they are about. */
    void print(Iterable<Fault> faults) {
        for (Fault fault : faults) {
            print(fault.text(), fault.place());
        }
    }

    /** Prints an error at a declaration. */
    void print(Element element, Message message, Object... arguments) {
        print(element, message.text(arguments));
    }

    /** Prints an error at a declaration. */
    void print(Element element, String text) {
        print(text, Place.of(element));
    }

    /** Prints an error that is not about a declaration. */
    void print(String text) {
        if (printed.add(new Printed("", text))) {
            messager.printMessage(Diagnostic.Kind.ERROR, text);
        }
    }

    /** Prints a note. */
    void note(String text) {
        messager.printMessage(Diagnostic.Kind.NOTE, text);
    }

    private void print(String text, Place wanted) {
        if (!printed.add(Printed.at(wanted.element(), text))) {
            return;
        }
        Place place = environment.shown(wanted);
        Consumer<String> printer = place.printer();
        if (printer != null) {
            printer.accept(text);
        } else {
            messager.printMessage(Diagnostic.Kind.ERROR, text, place.element(), place.mirror(), place.value());
        }
    }
}
