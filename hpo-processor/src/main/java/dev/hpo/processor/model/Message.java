// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.model;

import java.util.Locale;
import org.apiguardian.api.API;

/**
 * Every text the processor can print: {@code Type.component: what (value) must ...; advice}.
 *
 * <p>The first argument is the type or member. It stands in the text since not every compiler shows a position.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public enum Message {

    // The type.
    /** An enum or annotation bears {@code @SearchSpace}. */
    TYPE_KIND("%s: type (%s) must be a record, a class or a sealed interface; %s"),
    /** An interface or abstract class is not sealed. */
    TYPE_NOT_SEALED("%s: type (%s) must be sealed; seal it, or annotate the records and classes that implement it"),
    /** A sealed class can be instantiated. */
    TYPE_SEALED_CONCRETE("%s: type (a sealed class) must be abstract; its permitted types are the choices"),
    /** A type cannot be named by generated code. */
    TYPE_PRIVATE("%s: type (%s) must be visible in its package; remove private from %s"),
    /** A class is declared in a method. */
    TYPE_LOCAL("%s: type (a local class) must be a member or top-level type; move it out of the method"),
    /** A class has an enclosing instance. */
    TYPE_INNER("%s: type (an inner class) must be static; add static, or make it a record"),
    /** A type has type parameters. */
    TYPE_GENERIC("%s: type (%s) must not be generic; write a type of its own for each use"),
    /** A class cannot be instantiated without arguments. */
    TYPE_NO_CONSTRUCTOR("%s: constructor (%s) must be there without arguments, not private and without checked"
            + " exceptions, for trials are made with it; %s"),
    /** A type of the name to be generated exists. */
    TYPE_NAME_TAKEN("%s: generated class (%s) must not exist already; rename one of the types, this or %s"),
    /** A type of the package has the name of a package that generated code must name. */
    TYPE_HIDDEN(
            "%s: generated class (%s) must have a name for %s; rename the type %s in its package, which hides the package"
                    + " of that name"),
    /** The name of a class file is too long. */
    FILE_NAME_LONG(
            "%s: class file (%s) must have a name of at most 255 bytes, not %s; shorten the names of the type and of"
                    + " those around it, or annotate a permitted type with @SearchSpace, so that it gets a class of its own"),
    /** The name of a class file has a character that the file system has not. */
    FILE_NAME_CODE(
            "%s: class file (%s) must have a name in the encoding of file names, which is %s; run the compiler in a locale"
                    + " with UTF-8, as with LC_ALL=C.UTF-8, or rename the type"),
    /** A type has no member to tune. */
    TYPE_EMPTY("%s: type (%s) must have a member to tune; annotate a field, for instance with @Uniform"),
    /** There are more members or permitted types than code has room for. */
    TYPE_LARGE("%s: %s (%s) must be at most %s; group them under %s of their own"),
    /** Lists of lists make more spaces than memory has room for. */
    TYPE_DEEP(
            "%s: type (%s) must not make more than %s spaces with all that is in it, which are %s here; lower the max of"
                    + " @Size here or in it"),
    /** A type contains itself. */
    TYPE_RECURSIVE("%s: type (%s) must not contain itself (%s); a search space is finite, so leave the member out"),

    // Permitted types.
    /** A permitted type is of a kind that cannot be a space. */
    ALTERNATIVE_KIND("%s: permitted type (%s) must be a record, a class or sealed; %s"),
    /** A permitted type extends another one. */
    ALTERNATIVE_OVERLAP("%s: permitted type (%s) must not extend the permitted type %s; make them siblings"),
    /** A permitted type has the simple name of another one. */
    ALTERNATIVE_SAME_NAME("%s: permitted type (%s) must have a simple name of its own, unlike %s; rename one"),
    /** A permitted type's path is that of the kind. */
    ALTERNATIVE_KIND_NAME("%s: stored name (%s) must not be kind, which says what is chosen; give another with @Name"),

    // The domain of a member.
    /** A record component has no domain. */
    NO_DOMAIN("%s: type (%s) must have a domain; add %s"),
    /** A member has two domains. */
    TWO_DOMAINS("%s: second domain (%s) must not stand beside %s; keep one"),
    /** A domain does not fit the type of the member. */
    WRONG_TYPE("%s: type (%s) must be %s for %s; %s"),
    /** A member's type cannot be tuned. */
    UNSUPPORTED_TYPE("%s: type (%s) must be a number, boolean, String, enum, search space or List of these; %s"),
    /** A member's type cannot be named by generated code. */
    HIDDEN_TYPE("%s: type (%s) must be visible in package %s; make it public, or package-private in that package"),
    /** A member's type is a search space whose generated class is missing. */
    MISSING_SPACE("%s: type (%s) must have a generated class, %s; compile it with the annotation processor"),
    /** A type is not there in the end. */
    UNRESOLVED("%s: type (%s) must exist when annotations are processed; import or declare it, or let a processor"
            + " generate it"),
    /** An enum has no constants. */
    ENUM_EMPTY("%s: enum (%s) must have constants; each is a choice"),

    // Bounds.
    /** A bound is infinite or NaN. */
    BOUND_NOT_FINITE("%s: %s (%s) must be a finite number; write the largest or smallest that makes sense"),
    /** The bounds are equal or in the wrong order. */
    BOUND_ORDER("%s: %s (%s) must be above min (%s); swap them, or widen the range"),
    /** The bounds are further apart than the largest number. */
    BOUND_RANGE("%s: %s (%s) must be less than 1.7976931348623157E308 above min (%s); narrow the range"),
    /** A logarithm has no value at a bound. */
    BOUND_LOG("%s: %s (%s) must be above 0; use @Uniform if %s is meant"),
    /** The logarithm of one minus a bound has no value. */
    BOUND_ONE_MINUS_LOG("%s: %s (%s) must be at least 0 and below 1; use @Uniform for other numbers"),
    /** The logit has no value at a bound. */
    BOUND_LOGIT("%s: %s (%s) must be above 0 and below 1; use @Uniform for other numbers"),
    /** A bound of whole numbers has a fraction. */
    BOUND_FRACTION("%s: %s (%s) must be a whole number for %s; round it, or make the member a double"),
    /** A bound is not an int. */
    BOUND_INT("%s: %s (%s) must be an int, from -2147483648 to 2147483647; make the member a long"),
    /** A bound is a whole number that a double may not hold. */
    BOUND_LONG("%s: %s (%s) must be at most 2^53 (9007199254740992) in size; larger numbers are not exact here"),
    /** A bound is another number as a float. */
    BOUND_FLOAT("%s: %s (%s) must keep its meaning as a float, where it is %s; make the member a double"),
    /** A step is not a positive number. */
    STEP_POSITIVE("%s: %s (%s) must be a finite number above 0; leave it out for every value"),
    /** A step is longer than the range. */
    STEP_RANGE("%s: %s (%s) must be at most max - min (%s); shorten it, or leave it out"),
    /** The steps do not reach the upper bound. */
    STEP_MISSES("%s: %s (%s) must be a value that steps of %s reach; the values are %s, so write max = %s"),
    /** The steps are too many. */
    STEP_COUNT("%s: %s (%s) must leave at most 2147483647 values; lengthen it, or leave it out"),
    /** There are less than two levels. */
    LEVELS_FEW("%s: %s (%s) must be at least 2; leave it out for every value"),
    /** There are more levels than numbers for them. */
    LEVELS_MANY("%s: %s (%s) must leave values that differ; write at most %s, or leave it out"),

    // Choices.
    /** A list of choices is empty. */
    CHOICES_EMPTY("%s: %s value ({}) must list a choice; write for instance %s"),
    /** A choice is listed twice. */
    CHOICE_TWICE("%s: %s choice (%s) must be listed once; remove this one"),
    /** A choice is not a value of the type. */
    CHOICE_UNREADABLE("%s: %s choice (%s) must be %s; %s"),
    /** A choice is infinite or NaN. */
    CHOICE_NOT_FINITE("%s: %s choice (%s) must be a finite number; write the largest or smallest that makes sense"),

    // Beliefs.
    /** A prior says nothing. */
    PRIOR_NONE("%s: %s (none) must say where good values lie; write near, with a number, or choice"),
    /** A prior says two things. */
    PRIOR_BOTH("%s: %s (%s) must not stand beside near; keep the one that fits the domain"),
    /** An attribute of a prior does not fit the domain. */
    PRIOR_SURPLUS("%s: %s (%s) must not be given where %s; %s"),
    /** The middle of a prior is no value of the domain. */
    PRIOR_VALUE("%s: %s (%s) must be in its domain, %s; change the value or the domain"),
    /** The choice of a prior is none of the domain. */
    PRIOR_CHOICE("%s: %s (%s) must be one of the choices; %s"),
    /** The spread of a prior is out of range. */
    PRIOR_SPREAD("%s: %s (%s) must be above 0 and at most 1; it is a share of the range, so write for instance 0.1"),
    /** The weight of a prior is out of range. */
    PRIOR_WEIGHT("%s: %s (%s) must be above 0 and at most 0.9; it is a share of the probability, so write for instance"
            + " 0.5"),
    /** A member has two priors. */
    PRIOR_TWICE("%s: second prior (%s) must not stand beside %s; keep one"),
    /** A prior stands at a space. */
    PRIOR_WITHOUT_DOMAIN("%s: type (%s) must have a domain of its own for %s; put it at the members of that type"),

    // What may change while a model trains.
    /** A search space, or a list of some, is to be adjustable. */
    ADJUSTABLE_WITHOUT_DOMAIN(
            "%s: type (%s) must have a domain of its own for %s, as the choice of a type and the length"
                    + " of a list are structure; put it at members of that type"),
    /** What an annotation says may not change is to be adjustable. */
    ADJUSTABLE_STRUCTURE(
            "%s: %s (on what %s says may not change) must stand at what may change while a model trains; remove"
                    + " it, or give the domain by another annotation"),

    // Lists.
    /** A list has no size. */
    LIST_WITHOUT_SIZE("%s: type (%s) must have a size; add @Size(min = 1, max = 3)"),
    /** A size stands at something else than a list. */
    SIZE_WITHOUT_LIST("%s: type (%s) must be a List for %s; remove @Size, or make the member a List"),
    /** A list does not say of what. */
    LIST_RAW("%s: type (%s) must name the type of its elements; write for instance List<Integer>"),
    /** A list is not declared as one. */
    LIST_KIND("%s: type (%s) must be java.util.List; declare the member so"),
    /** The smallest size is out of range. */
    SIZE_MIN("%s: %s (%s) must be from 0 to 64; %s"),
    /** The largest size is out of range. */
    SIZE_MAX("%s: %s (%s) must be from %s to 64; %s"),

    // Names.
    /** A name has a wrong form. */
    NAME_FORM("%s: %s (%s) must be letters, digits, _ and -, beginning with a letter; write for instance %s"),
    /** A name is in use. */
    NAME_TAKEN("%s: %s (%s) must be a name of its own, unlike that of %s; give another with @Name"),
    /** A former name is in use. */
    FORMER_NAME_TAKEN("%s: %s (%s) must not be in use, as it is for %s; leave it out"),
    /** A member has the name of a generated constant. */
    NAME_RESERVED("%s: name (%s) must not be SPACE, the generated constant; rename the member and keep its stored name"
            + " with @Name(\"SPACE\")"),

    // Members of classes.
    /** A member is final. */
    FIELD_FINAL("%s: field (%s) must not be final; remove final, or make the class a record"),
    /** A member is static. */
    FIELD_STATIC("%s: field (%s) must not be static; remove %s, or static"),
    /** A member cannot be read and written. */
    FIELD_NO_ACCESS("%s: field (%s) must have %s; add %s, make the field package-private, or transient if it is no"
            + " parameter"),
    /** A member is hidden by one of a subclass. */
    FIELD_HIDDEN("%s: field (%s) must not have the name of the inherited %s; rename it"),

    // The same, of a class that is written in Kotlin.
    /** A member is a {@code val}. */
    KOTLIN_VAL("%s: property (val %s) must be a var; write var, since its value is set after the constructor"),
    /** A member belongs to an object. */
    KOTLIN_STATIC("%s: property (%s) must not be one of an object; remove %s, or make the object a class"),
    /** A member cannot be read and written. */
    KOTLIN_NO_ACCESS("%s: property (%s) must have %s for others; remove private or internal, or make it @Transient if"
            + " it is no parameter"),
    /** A class cannot be instantiated without arguments. */
    KOTLIN_NO_CONSTRUCTOR("%s: constructor (%s) must be there without arguments; give each parameter of the primary"
            + " constructor a default value, or make the object a class"),
    /** An interface or abstract class is not sealed, or kapt does not say so. */
    KOTLIN_NOT_SEALED(
            "%s: type (%s) must be sealed for Java, and kapt hides what Kotlin seals; write it in Java, with the"
                    + " records that it permits, or annotate the classes that implement it"),
    /** A class has an enclosing instance. */
    KOTLIN_INNER("%s: type (an inner class) must not be inner; remove inner"),

    // The start configuration.
    /** The method is not in a record or class that is a space. */
    INITIAL_PLACE("%s: @Initial (in %s) must be in a record or class with @SearchSpace; %s"),
    /** The method has a wrong form. */
    INITIAL_FORM("%s: @Initial method (%s) must %s; write static %s %s()"),
    /** There are two methods. */
    INITIAL_TWICE("%s: second @Initial (%s) must not stand beside %s; keep one"),
    /** A value of the start configuration is not in its domain. */
    INITIAL_VALUE("%s: initial value (%s) must be in its domain, %s; change the value or the domain"),
    /** A field has no value in the start configuration. */
    INITIAL_MISSING(
            "%s: initial value (%s, for want of an initialiser) must be in its domain; give the field one, or none"
                    + " to any field of the class, or return the start from an @Initial method"),

    // Annotations in other places.
    /** An annotation stands at something that is not a parameter. */
    STRAY("%s: %s (%s) must be %s; %s"),

    // Tests.
    /** A test returns something. */
    TEST_RETURNS("%s: return type (%s) must be void, or JUnit does not run it; report the value with Trial.report"),
    /** A test is not an instance method that can be called. */
    TEST_MODIFIER("%s: @%s method (%s) must be an instance method with a body, not private; remove %s"),
    /** A test is a test of another kind too. */
    TEST_TWICE("%s: second test annotation (%s) must not stand beside @%s; remove it"),
    /** A test has no configuration. */
    TEST_NO_CONFIGURATION(
            "%s: parameters (%s) must include one whose type is a @SearchSpace; add the configuration to tune"),
    /** A test never sees its trial. */
    TEST_NO_TRIAL(
            "%s: Trial (none) must be handed to the method, a constructor, or a @BeforeEach or @AfterEach method; add a"
                    + " parameter of type Trial, and report to it"),
    /** Nothing can change while the models of a test train. */
    TEST_NO_ADJUSTABLE("%s: @PopulationTest (of %s) must have a parameter that may change while a model trains; write"
            + " @Adjustable at one, such as the learning rate"),
    /** A test has no direction. */
    TEST_NO_DIRECTION("%s: objective (none) must be given; add @Minimize or @Maximize with the name of the measure"),
    /** A test has both directions. */
    TEST_TWO_DIRECTIONS("%s: second objective (%s) must not stand beside %s; keep one"),
    /** Two tests of a class have one name. */
    TEST_SAME_NAME(
            "%s: name (%s) must be that of one test only in its class; a study is named after it, so rename one"),
    /** Two configurations of a test have one name. */
    TEST_SAME_PARAMETER("%s: parameter (%s) must have a name of its own, unlike %s; add @Name"),
    /** A number of a test is too small. */
    TEST_NUMBER("%s: %s (%s) must be at least %s; %s"),
    /** A number of a test is too large. */
    TEST_LARGE_NUMBER("%s: %s (%s) must be at most %s; %s"),
    /** A test says twice when its study ends. */
    TEST_BUDGETS("%s: @TuningTest trainings (%s) must not stand beside trials (%s), as each says when the study ends;"
            + " remove one"),
    /** A timeout is not a duration. */
    TEST_TIMEOUT("%s: %s timeout (%s) must be a number above 0 and one of ms, s, m, h and d; write for"
            + " instance \"10m\""),
    /** The training of a population has more steps than can be counted. */
    TEST_STEPS(
            "%s: @PopulationTest segment (%s) times generations (%s) must be a number of steps below 2^63; take fewer"
                    + " steps"),
    /** What the parameters of a population are multiplied by is out of range. */
    TEST_FACTORS("%s: @PopulationTest factors (%s) must be two numbers, one above 0 and below 1 and one above 1; write"
            + " for instance {0.8, 1.2}"),
    /** Nothing is multiplied by the factors that are given. */
    TEST_FACTORS_IDLE("%s: @PopulationTest factors (%s) must be left out with the explorer %s, which multiplies"
            + " nothing; remove one of the two"),
    /** A panda is told what holds for several members. */
    TEST_OF_SEVERAL("%s: @PopulationTest %s (%s) must be left out where members is 1, as there is nobody to wait for or"
            + " to copy; remove it, or take more members"),
    /** Several members are told what holds for a panda. */
    TEST_OF_PANDA("%s: @PopulationTest %s (%s) must be left out where members is not 1, as it is of a panda; remove it,"
            + " or take 1 member"),
    /** What stops trials early, or runs a configuration from the beginning, holds for a population. */
    TEST_OF_STUDY("%s: %s (on %s) must not hold for a @PopulationTest, as %s; %s"),
    /** Members are to be compared by something else than what they have come to. */
    TEST_OF("%s: %s of (%s) must be left out for a @PopulationTest, as members are compared as they stand; remove it"),
    /** A measure has no name. */
    TEST_MEASURE("%s: %s value (%s) must name the measure; write for instance \"validation loss\""),
    /** A gate lets every bad value pass. */
    TEST_GATE("%s: @ExpectBest bound (%s) must include %s beside %s; add it, or remove @ExpectBest"),
    /** An accepted result is not in the module. */
    TEST_ACCEPTED(
            "%s: @Accepted value (%s) must be the path of a .properties file from the folder of the module on, and"
                    + " within it; write for instance \"src/main/resources/hpo/digits.properties\""),
    /** What matters in a re-test is below 0. */
    TEST_LEAST("%s: @Accepted %s (%s) must be a finite number of at least 0; leave it out for 0"),
    /** An annotation for tuning tests stands on another method. */
    TEST_STRAY("%s: %s (on %s) must stand on a @TuningTest or @PopulationTest method; add one of them, or remove it"),

    // What another error spoils.
    /** A part of a space is refused. */
    PART_REFUSED("%s: part (%s) must be free of errors; mend those first"),

    // Faults of our own.
    /** The processor was put on the path without its dependencies. */
    LIBRARY_MISSING(
            "%s: processor path (without %s) must hold the dependencies of hpo-processor too; let the build tool"
                    + " resolve them, or add their jars"),
    /** The processor failed. */
    INTERNAL("%s: processor (%s) must not fail; please report this text with the source: %s"),
    /** A file could not be written. */
    NOT_WRITTEN("%s: generated class (%s) must be writable; the compiler says: %s");

    private final String template;

    Message(String template) {
        this.template = template;
    }

    /** Returns the text. */
    public String text(Object... arguments) {
        return String.format(Locale.ROOT, template, arguments);
    }

    /** Returns the text before its arguments are filled in. */
    public String template() {
        return template;
    }
}
