package good;

public enum Space {
    Optional,
    List
}
