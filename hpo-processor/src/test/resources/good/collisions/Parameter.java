package good;

public enum Parameter {
    A,
    B
}
