using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace MedCodes.Validator.Tests.Architecture;

/// <summary>
/// Reads from a compiled assembly which of its own types refer to which others: in base types, interfaces, constraints, fields,
/// signatures, attributes and in the bodies of methods, those of lambdas, iterators and local functions included.
/// </summary>
internal sealed class TypeReferences
{
    private readonly PEReader _file;
    private readonly MetadataReader _metadata;
    private readonly HashSet<(TypeDefinitionHandle From, TypeDefinitionHandle To)> _found = [];
    private readonly SignatureTypes _signatures = new();
    private TypeDefinitionHandle _current;

    private TypeReferences(PEReader file)
    {
        _file = file;
        _metadata = file.GetMetadataReader();
    }

    /// <summary>Every reference between two types of the assembly, each named by its outermost type, which has the namespace.</summary>
    public static IReadOnlyList<(string From, string To)> In(string assemblyPath)
    {
        using var file = new PEReader(File.OpenRead(assemblyPath));
        var references = new TypeReferences(file);
        references.Read();
        return
        [
            .. references._found
                .Select(pair => (references.OutermostName(pair.From), references.OutermostName(pair.To)))
                .Where(pair => pair.Item1 != pair.Item2)
                .Distinct()
                .Order(),
        ];
    }

    private void Read()
    {
        foreach (var handle in _metadata.TypeDefinitions)
        {
            _current = handle;
            var type = _metadata.GetTypeDefinition(handle);
            Add(type.BaseType);
            foreach (var one in type.GetInterfaceImplementations())
                Add(_metadata.GetInterfaceImplementation(one).Interface);
            foreach (var one in type.GetFields())
                Add(_metadata.GetFieldDefinition(one));
            foreach (var one in type.GetMethods())
                Add(_metadata.GetMethodDefinition(one));
            AddConstraints(type.GetGenericParameters());
            AddAttributes(type.GetCustomAttributes());
            foreach (var one in type.GetProperties())
                AddAttributes(_metadata.GetPropertyDefinition(one).GetCustomAttributes());
        }
    }

    private void Add(FieldDefinition field)
    {
        Add(field.DecodeSignature(_signatures, null));
        AddAttributes(field.GetCustomAttributes());
    }

    private void Add(MethodDefinition method)
    {
        Add(method.DecodeSignature(_signatures, null));
        AddConstraints(method.GetGenericParameters());
        AddAttributes(method.GetCustomAttributes());
        foreach (var parameter in method.GetParameters())
            AddAttributes(_metadata.GetParameter(parameter).GetCustomAttributes());
        if (method.RelativeVirtualAddress == 0)
            return;

        var body = _file.GetMethodBody(method.RelativeVirtualAddress);
        if (!body.LocalSignature.IsNil)
        {
            foreach (var local in _metadata.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(_signatures, null))
                Add(local);
        }

        foreach (var region in body.ExceptionRegions)
            Add(region.CatchType);
        foreach (var token in InstructionTokens.In(body.GetILReader()))
            Add(MetadataTokens.EntityHandle(token));
    }

    private void AddConstraints(GenericParameterHandleCollection parameters)
    {
        foreach (var constraint in parameters.SelectMany(one => _metadata.GetGenericParameter(one).GetConstraints()))
            Add(_metadata.GetGenericParameterConstraint(constraint).Type);
    }

    private void AddAttributes(CustomAttributeHandleCollection attributes)
    {
        foreach (var attribute in attributes)
            Add(_metadata.GetCustomAttribute(attribute).Constructor);
    }

    private void Add(MethodSignature<ImmutableArray<TypeDefinitionHandle>> signature)
    {
        Add(signature.ReturnType);
        foreach (var parameter in signature.ParameterTypes)
            Add(parameter);
    }

    private void Add(ImmutableArray<TypeDefinitionHandle> types)
    {
        foreach (var type in types)
            _found.Add((_current, type));
    }

    private void Add(EntityHandle handle)
    {
        if (handle.IsNil)
            return;
        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition:
                _found.Add((_current, (TypeDefinitionHandle)handle));
                break;
            case HandleKind.TypeSpecification:
                Add(_metadata.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(_signatures, null));
                break;
            case HandleKind.MethodDefinition:
                var method = _metadata.GetMethodDefinition((MethodDefinitionHandle)handle);
                Add(method.GetDeclaringType());
                Add(method.DecodeSignature(_signatures, null));
                break;
            case HandleKind.FieldDefinition:
                var field = _metadata.GetFieldDefinition((FieldDefinitionHandle)handle);
                Add(field.GetDeclaringType());
                Add(field.DecodeSignature(_signatures, null));
                break;
            case HandleKind.MemberReference:
                Add(_metadata.GetMemberReference((MemberReferenceHandle)handle));
                break;
            case HandleKind.MethodSpecification:
                var specification = _metadata.GetMethodSpecification((MethodSpecificationHandle)handle);
                Add(specification.Method);
                foreach (var argument in specification.DecodeSignature(_signatures, null))
                    Add(argument);
                break;
            case HandleKind.StandaloneSignature:
                Add(_metadata.GetStandaloneSignature((StandaloneSignatureHandle)handle).DecodeMethodSignature(_signatures, null));
                break;
        }
    }

    private void Add(MemberReference member)
    {
        Add(member.Parent);
        if (member.GetKind() == MemberReferenceKind.Method)
            Add(member.DecodeMethodSignature(_signatures, null));
        else
            Add(member.DecodeFieldSignature(_signatures, null));
    }

    private string OutermostName(TypeDefinitionHandle handle)
    {
        var type = _metadata.GetTypeDefinition(handle);
        while (!type.GetDeclaringType().IsNil)
            type = _metadata.GetTypeDefinition(type.GetDeclaringType());
        var space = _metadata.GetString(type.Namespace);
        return space.Length == 0 ? _metadata.GetString(type.Name) : $"{space}.{_metadata.GetString(type.Name)}";
    }
}
