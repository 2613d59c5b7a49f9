namespace HardE.Agents.Services;

/// <summary>The sample world that comes with the program: catalogs, documents, customers.</summary>
public static class SampleFolders
{
    /// <summary>A folder of the samples: beside the program, else in the working folder.</summary>
    /// <param name="name"><c>catalog</c>, <c>knowledge</c> or <c>crm</c>.</param>
    public static string Find(string name)
    {
        string[] places = [Path.Combine(AppContext.BaseDirectory, "samples", name), Path.GetFullPath(Path.Combine("samples", name))];
        return places.FirstOrDefault(Directory.Exists) ?? places[0];
    }
}
