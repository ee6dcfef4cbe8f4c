// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.read;

import dev.hpo.processor.model.Content;
import dev.hpo.processor.model.Message;
import dev.hpo.processor.model.Range;
import dev.hpo.processor.model.TypeId;
import dev.hpo.processor.model.ValueType;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Reads what a member holds from its type and its annotations. */
final class MemberReader {

    private final Environment environment;
    private final PackageElement from;

    /**
     * Creates a reader.
     *
     * @param from the package of the code to be generated
     */
    MemberReader(Environment environment, PackageElement from) {
        this.environment = environment;
        this.from = from;
    }

    /** Returns what a member holds, or nothing if it has a fault, which is reported then. */
    Optional<Content> read(Subject subject, TypeMirror type) {
        Optional<AnnotationMirror> unknown = Marks.unknown(subject.element());
        if (unknown.isPresent()) {
            String name = "@" + Mirrors.simpleName(unknown.get());
            subject.report().addCurable(Message.UNRESOLVED, subject.place(), subject.text(), name);
            return Optional.empty();
        }
        Marks marks = Marks.of(subject.element());
        AnnotationRules rules = new AnnotationRules(environment);
        List<Fault> faults = marks.all()
                .flatMap(mark -> rules.faults(mark).stream())
                .distinct()
                .toList();
        if (!faults.isEmpty()) {
            subject.report().addAll(faults);
            return Optional.empty();
        }
        boolean oneDomain = single(subject, marks.domains(), Message.TWO_DOMAINS);
        boolean oneSize = single(subject, marks.sizes(), Message.TWO_DOMAINS);
        boolean single = single(subject, marks.priors(), Message.PRIOR_TWICE) && oneDomain && oneSize;
        Optional<Content> content = believed(subject, plain(subject, type, marks), marks.priors());
        return adjusted(subject, content, marks.adjustables()).filter(held -> single);
    }

    /** Adds what is believed of the values. */
    private static Optional<Content> believed(Subject subject, Optional<Content> content, List<Mark> priors) {
        if (priors.isEmpty()) {
            return content;
        }
        PriorReader reader = new PriorReader(subject, priors.get(0));
        if (content.isEmpty()) {
            reader.checkAlone();
        }
        return content.flatMap(reader::read);
    }

    /** Adds whether it may change. */
    private static Optional<Content> adjusted(Subject subject, Optional<Content> content, List<Mark> adjustables) {
        AdjustableReader reader = new AdjustableReader(subject, adjustables);
        if (content.isEmpty()) {
            reader.check();
        }
        return content.flatMap(reader::read);
    }

    private Optional<Content> plain(Subject subject, TypeMirror type, Marks marks) {
        Shape shape = Shape.of(type);
        if (shape instanceof Shape.Collection) {
            subject.report().add(Message.LIST_KIND, subject.place(), subject.text(), text(subject, type));
            return Optional.empty();
        }
        if (shape instanceof Shape.Elements list) {
            return list(subject, type, list, marks);
        }
        for (Mark size : marks.sizes()) {
            subject.report()
                    .add(
                            Message.SIZE_WITHOUT_LIST,
                            size.place(subject.element()),
                            subject.text(),
                            text(subject, type),
                            size.label());
            SizeReader.read(subject, size);
        }
        return one(subject, type, shape, marks.domains())
                .filter(content -> marks.sizes().isEmpty());
    }

    private static boolean single(Subject subject, List<Mark> marks, Message message) {
        for (Mark second : marks.subList(Math.min(1, marks.size()), marks.size())) {
            subject.report()
                    .add(
                            message,
                            second.place(subject.element()),
                            subject.text(),
                            second.label(),
                            marks.get(0).label());
        }
        return marks.size() < 2;
    }

    private Optional<Content> list(Subject subject, TypeMirror type, Shape.Elements list, Marks marks) {
        Optional<SizeReader.Size> size = Optional.empty();
        if (marks.sizes().isEmpty()) {
            subject.report().add(Message.LIST_WITHOUT_SIZE, subject.place(), subject.text(), text(subject, type));
        } else {
            size = SizeReader.read(subject, marks.sizes().get(0));
        }
        if (list.element().isEmpty()) {
            subject.report().add(Message.LIST_RAW, subject.place(), subject.text(), text(subject, type));
            return Optional.empty();
        }
        TypeMirror elementType = list.element().get();
        Optional<Content> element = one(subject, elementType, Shape.of(elementType), marks.domains());
        if (size.isEmpty() || element.isEmpty()) {
            return Optional.empty();
        }
        int min = size.get().min();
        int max = size.get().max();
        return element.get() instanceof Content.Nested nested
                ? Optional.of(new Content.NestedList(min, max, nested.type()))
                : Optional.of(new Content.ScalarList(min, max, (Content.Scalar) element.get()));
    }

    /** Reads a single value or space: a member, or the element of a list. */
    private Optional<Content> one(Subject subject, TypeMirror type, Shape shape, List<Mark> domains) {
        if (shape instanceof Shape.Value value) {
            return value(subject, type, value, domains);
        }
        if (shape instanceof Shape.Space space) {
            domains.forEach(
                    mark -> wrongType(subject, type, mark, "leave it out: the type's own members have domains"));
            return nested(subject, type, space.type()).filter(content -> domains.isEmpty());
        }
        if (shape instanceof Shape.Unknown) {
            subject.report().addCurable(Message.UNRESOLVED, subject.place(), subject.text(), text(subject, type));
        } else if (!(shape instanceof Shape.Variable)) {
            String advice = shape instanceof Shape.Other other ? other.advice() : "a list of lists cannot be tuned";
            unsupported(subject, type, domains, advice);
        }
        return Optional.empty();
    }

    private void unsupported(Subject subject, TypeMirror type, List<Mark> domains, String advice) {
        if (domains.isEmpty()) {
            subject.report()
                    .add(Message.UNSUPPORTED_TYPE, subject.place(), subject.text(), text(subject, type), advice);
        }
        domains.forEach(mark -> wrongType(subject, type, mark, advice));
    }

    private Optional<Content> nested(Subject subject, TypeMirror type, TypeElement space) {
        TypeId id = environment.id(space);
        if (!environment.isVisible(space, from)) {
            subject.report()
                    .add(Message.HIDDEN_TYPE, subject.place(), subject.text(), text(subject, type), packageName());
            return Optional.empty();
        }
        boolean compiledBefore = environment.trees().areVisible() && !environment.isCompiled(space);
        if (compiledBefore && environment.type(id.qualifiedSpaceName()).isEmpty()) {
            subject.report()
                    .add(
                            Message.MISSING_SPACE,
                            subject.place(),
                            subject.text(),
                            text(subject, type),
                            id.qualifiedSpaceName());
            return Optional.empty();
        }
        return Optional.of(new Content.Nested(id));
    }

    private String text(Subject subject, TypeMirror type) {
        return environment.text(type, subject.element());
    }

    private String packageName() {
        return from.isUnnamed() ? "without a name" : from.getQualifiedName().toString();
    }

    private Optional<Content> value(Subject subject, TypeMirror type, Shape.Value value, List<Mark> domains) {
        if (value.enumType().isPresent()
                && !environment.isVisible(value.enumType().get(), from)) {
            subject.report()
                    .add(Message.HIDDEN_TYPE, subject.place(), subject.text(), text(subject, type), packageName());
            return Optional.empty();
        }
        return range(subject, type, value, domains)
                .map(range -> new Content.Scalar(
                        value.type(), value.enumType().map(environment::id), range, Optional.empty(), false));
    }

    private Optional<Range> range(Subject subject, TypeMirror type, Shape.Value value, List<Mark> domains) {
        ListedReader listed = new ListedReader(environment, subject);
        if (domains.isEmpty()) {
            return switch (value.type()) {
                case ENUM -> listed.constants(value.enumType().orElseThrow(), false);
                case BOOLEAN -> Optional.of(ListedReader.booleans());
                default -> {
                    subject.report()
                            .add(
                                    Message.NO_DOMAIN,
                                    subject.place(),
                                    subject.text(),
                                    text(subject, type),
                                    example(value.type()));
                    yield Optional.empty();
                }
            };
        }
        Mark mark = domains.get(0);
        domains.stream().skip(1).forEach(other -> checkAlone(subject, other));
        if (!fits(mark.kind(), value.type())) {
            wrongType(subject, type, mark, advice(value.type()));
            return Optional.empty();
        }
        return mark.kind().isListed()
                ? listed.listed(mark, value)
                : new BoundsReader(subject, mark, value.type()).read();
    }

    /** Checks what holds for a domain whatever it stands at. */
    private void checkAlone(Subject subject, Mark mark) {
        if (mark.kind().isListed()) {
            new ListedReader(environment, subject).checkTexts(mark);
        } else {
            new BoundsReader(subject, mark, null).read();
        }
    }

    private void wrongType(Subject subject, TypeMirror type, Mark mark, String advice) {
        subject.report()
                .add(
                        Message.WRONG_TYPE,
                        mark.place(subject.element()),
                        subject.text(),
                        text(subject, type),
                        allowed(mark.kind()),
                        mark.label(),
                        advice);
        checkAlone(subject, mark);
    }

    private static boolean fits(DomainKind kind, ValueType type) {
        return switch (kind) {
            case UNIFORM, LOG_UNIFORM -> type.isReal() || type.isWhole();
            case ONE_MINUS_LOG, LOGIT -> type.isReal();
            case CHOICE -> type != ValueType.FLOAT;
            case ORDINAL -> type != ValueType.FLOAT && type != ValueType.BOOLEAN;
            case SIZE, PRIOR, ADJUSTABLE -> false;
        };
    }

    private static String allowed(DomainKind kind) {
        return switch (kind) {
            case UNIFORM, LOG_UNIFORM -> "double, float, int or long";
            case ONE_MINUS_LOG, LOGIT -> "double or float";
            case CHOICE -> "String, int, long, double, boolean or an enum";
            case ORDINAL -> "String, int, long, double or an enum";
            case SIZE -> "List";
            case PRIOR, ADJUSTABLE -> "a value with a domain";
        };
    }

    private static String advice(ValueType type) {
        return switch (type) {
            case STRING -> "use @Choice";
            case BOOLEAN, ENUM -> "leave it out to choose among all values, or use @Choice";
            case INT, LONG -> "use @Uniform or @LogUniform, or make the member a double";
            case FLOAT -> "make the member a double";
            case DOUBLE -> "use @Uniform";
        };
    }

    private static String example(ValueType type) {
        return switch (type) {
            case STRING -> "@Choice({\"first\", \"second\"})";
            case INT, LONG -> "@Uniform(min = 1, max = 10), @LogUniform or @Choice";
            default -> "@Uniform(min = 0, max = 1), @LogUniform, @OneMinusLog, @Logit or @Choice";
        };
    }
}
