package good.shadow;

enum Parameter {
    Parameter,
    good
}
