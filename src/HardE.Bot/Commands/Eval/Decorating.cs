namespace HardE.Bot.Commands.Eval;

/// <summary>Puts a layer around services that are plugged in already.</summary>
internal static class Decorating
{
    /// <summary>Wraps every registration of <typeparamref name="T"/>; all must be singletons.</summary>
    public static void Decorate<T>(this IServiceCollection services, Func<T, T> wrap) where T : class
    {
        for (var i = 0; i < services.Count; i++)
        {
            if (services[i] is { } old && old.ServiceType == typeof(T) && !old.IsKeyedService)
            {
                services[i] = ServiceDescriptor.Singleton(p => wrap(Make<T>(old, p)));
            }
        }
    }

    private static T Make<T>(ServiceDescriptor old, IServiceProvider provider) where T : class => old switch
    {
        { ImplementationInstance: T instance } => instance,
        { ImplementationFactory: { } factory } => (T)factory(provider),
        { ImplementationType: { } type } => (T)ActivatorUtilities.CreateInstance(provider, type),
        _ => throw new InvalidOperationException($"{typeof(T).Name} is plugged in in an unknown way."),
    };
}
