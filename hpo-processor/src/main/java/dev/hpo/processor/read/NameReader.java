// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.read;

import dev.hpo.processor.model.Message;
import dev.hpo.processor.model.Naming;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;

/** Reads {@code @Name} and {@code @FormerlyNamed}, and keeps the names of one type apart. */
final class NameReader {

    static final String NAME = DomainKind.PACKAGE + "Name";
    static final String FORMERLY_NAMED = DomainKind.PACKAGE + "FormerlyNamed";

    private static final Pattern FORM = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");

    private final List<Entry> entries = new ArrayList<>();

    private final UnaryOperator<String> key;

    private record Entry(Subject subject, Naming naming) {}

    /** Creates a reader of names that are compared as they are. */
    NameReader() {
        this(UnaryOperator.identity());
    }

    /**
     * Creates a reader.
     *
     * @param key returns the part of a name that must differ
     */
    NameReader(UnaryOperator<String> key) {
        this.key = key;
    }

    static boolean isNamed(Element element) {
        return Mirrors.has(element, NAME) || Mirrors.has(element, FORMERLY_NAMED);
    }

    /**
     * Returns the names of an element, and remembers them.
     *
     * @param byDefault the name of it in the source
     */
    Naming read(Subject subject, String byDefault) {
        Naming naming = peek(subject, byDefault);
        entries.add(new Entry(subject, naming));
        return naming;
    }

    /** Returns the names of an element whose name is known to be taken. */
    static Naming peek(Subject subject, String byDefault) {
        String name = byDefault;
        Optional<? extends AnnotationMirror> mirror = Mirrors.find(subject.element(), NAME);
        if (mirror.isPresent()) {
            Optional<AnnotationValue> value =
                    Mirrors.value(mirror.get(), "value").filter(Mirrors::isText);
            name = value.map(text -> text.getValue().toString()).orElse(byDefault);
            value.ifPresent(text -> checkForm(subject, "@Name", new Place(subject.element(), mirror.get(), text)));
        }
        return new Naming(name, former(subject));
    }

    /** Reports the names that are those of other elements read by this reader. */
    void checkDistinct() {
        Map<String, String> taken = new HashMap<>();
        for (Entry entry : entries) {
            String other = taken.putIfAbsent(
                    key.apply(entry.naming().name()), entry.subject().text());
            if (other != null) {
                taken(entry, other);
            }
        }
        entries.forEach(entry -> checkFormer(entry, taken));
    }

    private static void taken(Entry entry, String other) {
        Subject subject = entry.subject();
        Place place = Mirrors.find(subject.element(), NAME)
                .map(mirror -> new Place(
                        subject.element(),
                        mirror,
                        Mirrors.given(mirror, "value").orElse(null)))
                .orElseGet(subject::place);
        String what = place.mirror() == null ? "stored name" : "@Name";
        subject.report()
                .add(
                        Message.NAME_TAKEN,
                        place,
                        subject.text(),
                        what,
                        entry.naming().name(),
                        other);
    }

    private void checkFormer(Entry entry, Map<String, String> taken) {
        Subject subject = entry.subject();
        for (AnnotationValue value : formerValues(subject.element())) {
            String other = taken.putIfAbsent(key.apply(value.getValue().toString()), subject.text());
            if (other != null) {
                Place place = new Place(
                        subject.element(),
                        Mirrors.find(subject.element(), FORMERLY_NAMED).orElseThrow(),
                        value);
                subject.report()
                        .add(
                                Message.FORMER_NAME_TAKEN,
                                place,
                                subject.text(),
                                "@FormerlyNamed",
                                value.getValue(),
                                other);
            }
        }
    }

    private static List<String> former(Subject subject) {
        List<String> names = new ArrayList<>();
        for (AnnotationValue value : formerValues(subject.element())) {
            AnnotationMirror mirror =
                    Mirrors.find(subject.element(), FORMERLY_NAMED).orElseThrow();
            checkForm(subject, "@FormerlyNamed", new Place(subject.element(), mirror, value));
            names.add(value.getValue().toString());
        }
        return names;
    }

    private static List<AnnotationValue> formerValues(Element element) {
        return Mirrors.find(element, FORMERLY_NAMED).flatMap(Mirrors::texts).orElse(List.of());
    }

    private static void checkForm(Subject subject, String annotation, Place place) {
        AnnotationValue value = place.value();
        String name = value == null ? "" : value.getValue().toString();
        if (!FORM.matcher(name).matches()) {
            String good = subject.element().getSimpleName().toString();
            subject.report().add(Message.NAME_FORM, place, subject.text(), annotation, name, good);
        }
    }
}
